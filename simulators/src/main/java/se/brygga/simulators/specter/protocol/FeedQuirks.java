package se.brygga.simulators.specter.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.Quirks.Quirk;

/** Where nobody outside Specter knows how the feeds behave: reference, section 14, and the faults of section 16 that last. */
public final class FeedQuirks {

    public static final String CHARSET = "charset";
    public static final String API_RESPONSE_IN_DATA = "xml.apiResponseInData";
    public static final String XML_1_ON_READS = "useXml1OnReads";
    public static final String SCOPED_FEEDS = "webshop.scopedFeeds";
    public static final String EMPTY_BATCH = "batch.empty";
    public static final String OWNER = "batch.owner";
    public static final String EXPIRY_MINUTES = "batch.expiryMin";
    public static final String LATE_CHANGE = "batch.lateChange";
    public static final String UNKNOWN_ACK = "batch.unknownAck";
    public static final String ACK = "batch.ack";
    public static final String INITIAL_PENDING = "initialPending";
    public static final String FULL_READ = "gap.fullRead";
    public static final String LIMIT_SHOWN = "limit.shownAs";
    public static final String VISIBLE_AFTER = "feed.visibleAfterMs";
    public static final String EMPTY_LIST = "feed.emptyList";
    public static final String DECIMAL_MARK = "decimalMark";
    public static final String SITE_ATTRIBUTE = "stock.siteAttr";
    public static final String SITES_IN_ANSWER = "stock.sitesInAnswer";
    public static final String SINGLE_SITE = "stock.singleSite";
    public static final String CLAMP = "stock.clamp";
    public static final String STOCK_DECIMALS = "stock.decimals";
    public static final String LITERAL = "stock.literalWhenNone";
    public static final String HEADER = "stock.header";
    public static final String EXTRA_AS = "article.extraAs";
    public static final String NON_STOCKED_CODE = "article.nonStockedCode";
    public static final String IDENTITY = "gap.identity";
    public static final String STRUCTURE = "gap.structure";
    public static final String IMAGES = "gap.images";
    public static final String PRICE_LISTS = "gap.priceLists";
    public static final String CUSTOMER_GROUPS = "gap.customerGroups";
    public static final String NEW_ORDER_IN_FEED = "order.newInFeed";
    public static final String ORDER_CODES = "order.codes";
    public static final String EXTENDED = "order.extended";
    public static final String DELETE_TRIGGER = "delete.trigger";
    public static final String UNDO_IN_FEED = "undo.inFeed";
    public static final String TRIGGER_METHOD = "trigger.method";
    public static final String TRIGGER_RETRIES = "trigger.retries";
    public static final String TRIGGER_CHECK_REPLY = "trigger.checkReply";
    public static final String TRIGGER_ORDER_ID = "trigger.orderIdIs";

    private FeedQuirks() {}

    /**
     * What a get on the number of an open batch answers (O26).
     *
     * @param kind as in {@code batch.replay.<kind>}
     */
    public static String replay(String kind) {
        return "batch.replay." + kind;
    }

    /**
     * How many records an answer holds at most (O25).
     *
     * @param kind as in {@code limit.<kind>}
     */
    public static String limit(String kind) {
        return "limit." + kind;
    }

    /** All of them: an order on its way in meets none. */
    public static Set<String> names() {
        return list().stream().map(Quirk::name).collect(Collectors.toUnmodifiableSet());
    }

    static List<Quirk> list() {
        List<Quirk> all = new ArrayList<>(batches());
        all.addAll(goods());
        all.addAll(orders());
        return all;
    }

    private static List<Quirk> batches() {
        List<Quirk> batches = new ArrayList<>(List.of(
                quirk(
                        CHARSET,
                        "O8: charset of text and of XML that is not UTF-8",
                        "ISO-8859-1",
                        "windows-1252",
                        "windows-1252-as-latin-1"),
                quirk(API_RESPONSE_IN_DATA, "O9: APIresponse beside data", "true", "false"),
                quirk(XML_1_ON_READS, "O11: useXML=1 on reads", "TEXT", "XML"),
                quirk(SCOPED_FEEDS, "O21: webshopId on gets gives that shop's orders only", "false", "true"),
                quirk(EMPTY_BATCH, "O23: a get when nothing is pending", "OPEN", "NO_BATCH", "ERROR"),
                quirk(OWNER, "O24: whose open batch is in the way", "SBMID", "USER", "WEBSHOP"),
                quirk(EXPIRY_MINUTES, "O24: minutes until an open batch is given up, 0 for never", "0", Quirks.NUMBER),
                quirk(LATE_CHANGE, "O24: a change between get and ack", "KEEP", "LOST"),
                quirk(UNKNOWN_ACK, "O24: ack of a batch that is not open", "ERROR", "OK"),
                quirk(ACK, "fault: an ack of changes that is answered well and forgotten", "KEPT", "FORGOTTEN"),
                quirk(INITIAL_PENDING, "O27: everything is pending at the first get", "true", "false"),
                quirk(FULL_READ, "O27: the invented fullUpdate=1", "on", "off"),
                quirk(LIMIT_SHOWN, "O25: responseMaxLimit in the answer", "ELEMENT", "ATTRIBUTE", "NONE"),
                quirk(VISIBLE_AFTER, "fault: milliseconds until a change is in the feed", "0", Quirks.NUMBER),
                quirk(EMPTY_LIST, "fault: a list without records", "EMPTY_ELEMENT", "NO_ELEMENT")));
        for (String kind : List.of("stock", "articles", "orders", "priceLists", "customers")) {
            batches.add(
                    quirk(replay(kind), "O26: a get on the open batch's number", "SAME", "EMPTY", "FRESH", "ERROR"));
            batches.add(quirk(
                    limit(kind),
                    "O25: most records of an answer, 0 for no limit",
                    kind.equals("articles") ? "100" : "0",
                    Quirks.NUMBER));
        }
        return batches;
    }

    private static List<Quirk> goods() {
        return List.of(
                quirk(DECIMAL_MARK, "decimals in the feeds", "COMMA", "DOT"),
                quirk(SITE_ATTRIBUTE, "O28: name of a warehouse's attribute", "stockSiteId", "id", "stockId", "NONE"),
                quirk(SITES_IN_ANSWER, "O28: warehouses of a changed article", "ALL", "CHANGED"),
                quirk(SINGLE_SITE, "O28: quantity without getMultipleStocksites", "DEFAULT", "TOTAL"),
                quirk(CLAMP, "O29: stock below zero", "NONE", "ZERO"),
                quirk(STOCK_DECIMALS, "O29: decimals of stock", "EXACT", "0", "1", "2", "3"),
                quirk(LITERAL, "O29: noItemsAvailable as the value when there is none", "false", "true"),
                quirk(HEADER, "fault: text stock without its header row", "true", "false"),
                quirk(EXTRA_AS, "O30: further fields of an article", "ATTR", "ELEMENT", "NONE"),
                quirk(NON_STOCKED_CODE, "O30: articleType of what is not stocked", "EL", "TJ"),
                quirk(IDENTITY, "O31: articleId, oldArticleNo and deleted of articles", "on", "off"),
                quirk(STRUCTURE, "O32, O33: variants and packages of articles", "on", "off"),
                quirk(IMAGES, "O40: images of articles", "on", "off"),
                quirk(PRICE_LISTS, "O39: the invented feed of price lists", "on", "off"),
                quirk(CUSTOMER_GROUPS, "O42: the invented feed of customers", "on", "off"));
    }

    private static List<Quirk> orders() {
        return List.of(
                quirk(NEW_ORDER_IN_FEED, "O34: a new order is in the order feed", "true", "false"),
                quirk(ORDER_CODES, "O34: codes other than D and 5", "INVENTED", "UNKNOWN"),
                quirk(EXTENDED, "O35: date, carrier, rows and echoes in the order feed", "false", "true"),
                quirk(TRIGGER_METHOD, "O36: method of triggers", "GET", "POST"),
                quirk(TRIGGER_RETRIES, "O36: tries after a trigger that failed", "0", Quirks.NUMBER),
                quirk(TRIGGER_CHECK_REPLY, "O36: a reply that does not begin with 1 has failed", "false", "true"),
                quirk(TRIGGER_ORDER_ID, "O36: orderId of triggers", "ORDER_NO", "INTERNAL_ID", "EXTERNAL_NO"),
                quirk(DELETE_TRIGGER, "O37: a deleted order fires the trigger of a cancelled one", "false", "true"),
                quirk(UNDO_IN_FEED, "O38: an undone delivery is in the feed", "true", "false"));
    }

    private static Quirk quirk(String name, String meaning, String... values) {
        return new Quirk(name, List.of(values), meaning);
    }
}
