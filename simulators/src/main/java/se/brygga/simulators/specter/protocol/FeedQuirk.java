package se.brygga.simulators.specter.protocol;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.Quirks.Quirk;

/** Where nobody outside Specter knows how the feeds behave: reference, section 14, and the faults of section 16 that last. */
public enum FeedQuirk implements Quirk {
    CHARSET(
            "charset",
            "O8: charset of text and of XML that is not UTF-8",
            "ISO-8859-1",
            "windows-1252",
            "windows-1252-as-latin-1"),
    API_RESPONSE_IN_DATA("xml.apiResponseInData", "O9: APIresponse beside data", "true", "false"),
    XML_1_ON_READS("useXml1OnReads", "O11: useXML=1 on reads", "TEXT", "XML"),
    SCOPED_FEEDS("webshop.scopedFeeds", "O21: webshopId on gets gives that shop's orders only", "false", "true"),
    EMPTY_BATCH("batch.empty", "O23: a get when nothing is pending", "OPEN", "NO_BATCH", "ERROR"),
    OWNER("batch.owner", "O24: whose open batch is in the way", "SBMID", "USER", "WEBSHOP"),
    EXPIRY_MINUTES("batch.expiryMin", "O24: minutes until an open batch is given up, 0 for never", "0", Quirks.NUMBER),
    LATE_CHANGE("batch.lateChange", "O24: a change between get and ack", "KEEP", "LOST"),
    UNKNOWN_ACK("batch.unknownAck", "O24: ack of a batch that is not open", "ERROR", "OK"),
    ACK("batch.ack", "fault: an ack of changes that is answered well and forgotten", "KEPT", "FORGOTTEN"),
    INITIAL_PENDING("initialPending", "O27: everything is pending at the first get", "true", "false"),
    FULL_READ("gap.fullRead", "O27: the invented fullUpdate=1", "on", "off"),
    LIMIT_SHOWN("limit.shownAs", "O25: responseMaxLimit in the answer", "ELEMENT", "ATTRIBUTE", "NONE"),
    VISIBLE_AFTER("feed.visibleAfterMs", "fault: milliseconds until a change is in the feed", "0", Quirks.NUMBER),
    EMPTY_LIST("feed.emptyList", "fault: a list without records", "EMPTY_ELEMENT", "NO_ELEMENT"),
    DECIMAL_MARK("decimalMark", "decimals in the feeds", "COMMA", "DOT"),
    SITE_ATTRIBUTE("stock.siteAttr", "O28: name of a warehouse's attribute", "stockSiteId", "id", "stockId", "NONE"),
    SITES_IN_ANSWER("stock.sitesInAnswer", "O28: warehouses of a changed article", "ALL", "CHANGED"),
    SINGLE_SITE("stock.singleSite", "O28: quantity without getMultipleStocksites", "DEFAULT", "TOTAL"),
    CLAMP("stock.clamp", "O29: stock below zero", "NONE", "ZERO"),
    STOCK_DECIMALS("stock.decimals", "O29: decimals of stock", "EXACT", "0", "1", "2", "3"),
    LITERAL("stock.literalWhenNone", "O29: noItemsAvailable as the value when there is none", "false", "true"),
    HEADER("stock.header", "fault: text stock without its header row", "true", "false"),
    EXTRA_AS("article.extraAs", "O30: further fields of an article", "ATTR", "ELEMENT", "NONE"),
    WEB_TEXTS("article.webTexts", "O30: shortText and longText of an article", "ESCAPED", "PLAIN"),
    NON_STOCKED_CODE("article.nonStockedCode", "O30: articleType of what is not stocked", "EL", "TJ"),
    IDENTITY("gap.identity", "O31: articleId, oldArticleNo and deleted of articles", "on", "off"),
    STRUCTURE("gap.structure", "O32, O33: variants and packages of articles", "on", "off"),
    IMAGES("gap.images", "O40: images of articles", "on", "off"),
    PRICE_LISTS("gap.priceLists", "O39: the invented feed of price lists", "on", "off"),
    CUSTOMER_GROUPS("gap.customerGroups", "O42: the invented feed of customers", "on", "off"),
    NEW_ORDER_IN_FEED("order.newInFeed", "O34: a new order is in the order feed", "true", "false"),
    ORDER_CODES("order.codes", "O34: codes other than D and 5", "INVENTED", "UNKNOWN"),
    EXTENDED("order.extended", "O35: date, carrier, rows and echoes in the order feed", "false", "true"),
    TRIGGER_METHOD("trigger.method", "O36: method of triggers", "GET", "POST"),
    TRIGGER_RETRIES("trigger.retries", "O36: tries after a trigger that failed", "0", Quirks.NUMBER),
    TRIGGER_CHECK_REPLY("trigger.checkReply", "O36: a reply that does not begin with 1 has failed", "false", "true"),
    TRIGGER_ORDER_ID("trigger.orderIdIs", "O36: orderId of triggers", "ORDER_NO", "INTERNAL_ID", "EXTERNAL_NO"),
    DELETE_TRIGGER("delete.trigger", "O37: a deleted order fires the trigger of a cancelled one", "false", "true"),
    UNDO_IN_FEED("undo.inFeed", "O38: an undone delivery is in the feed", "true", "false");

    private final Quirks.Description description;

    FeedQuirk(String key, String meaning, String... choices) {
        this.description = Quirk.of(key, meaning, choices);
    }

    @Override
    public Quirks.Description description() {
        return description;
    }

    /**
     * What a get on the number of an open batch answers (O26).
     *
     * @param kind as in {@code batch.replay.<kind>}
     */
    public static Quirk replay(String kind) {
        return Quirk.of(
                "batch.replay." + kind, "O26: a get on the open batch's number", "SAME", "EMPTY", "FRESH", "ERROR");
    }

    /**
     * How many records an answer holds at most (O25).
     *
     * @param kind as in {@code limit.<kind>}
     */
    public static Quirk limit(String kind) {
        return Quirk.of(
                "limit." + kind,
                "O25: most records of an answer, 0 for no limit",
                kind.equals("articles") ? "100" : "0",
                Quirks.NUMBER);
    }

    /** All of them: an order on its way in meets none. */
    public static Set<String> keys() {
        return all().map(Quirk::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Those of each kind of feed among them. */
    static Stream<Quirk> all() {
        Stream<Quirk> ofKinds = Stream.of("stock", "articles", "orders", "priceLists", "customers")
                .flatMap(kind -> Stream.of(replay(kind), limit(kind)));
        return Stream.concat(Stream.of(values()), ofKinds);
    }
}
