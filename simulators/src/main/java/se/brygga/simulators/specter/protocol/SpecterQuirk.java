package se.brygga.simulators.specter.protocol;

import java.util.stream.Stream;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.Quirks.Quirk;

/**
 * How writes behave where nobody outside Specter knows: the rows of the reference's section 14 that concern customers,
 * articles and orders.
 */
public enum SpecterQuirk implements Quirk {
    API_VERSION("tenant.apiVersion", "O1: generation of the account", "2", "1"),
    CHECK_ACCOUNT("checkAccount.supported", "O3: whether checkAccountSettings is there", "true", "false"),
    CHECK_ACCOUNT_SCRIPT("checkAccount.script", "O3: its script", "getInfo", "putInfo"),
    CHECK_ACCOUNT_X("checkAccount.x", "O3: its X", "SBMID", "EMPTY"),
    CANCEL("gap.cancel", "O19: the invented orderCancelSubmit", "on", "off"),
    INVOICES("gap.invoices", "O4: the invented orderInvoiceSubmit", "on", "off"),
    RIGHTS("user.rights", "O5: rights of the API user", "RW", "R", "W"),
    ERROR_STATUS("errorHttpStatus", "O6: HTTP status of a refusal", "200", "400", "500"),
    RATE_LIMIT("rateLimitPerMinute", "O7: calls a minute, 0 for no limit", "0", Quirks.NUMBER),
    MOST_BODY_BYTES("maxBodyBytes", "O7: longest body, 0 for no limit", "0", Quirks.NUMBER),
    MOST_URL_BYTES("maxUrlBytes", "O7: longest path and query, 0 for no limit", "0", Quirks.NUMBER),
    LATENCY("latencyMs", "O7: milliseconds until an answer", "0", Quirks.NUMBER),
    XML_DECLARATION("xmlDeclaration", "O8: encoding of XML", "LATIN1", "NONE", "UTF8"),
    XML_ROOT("xml.root", "O9: root of XML", "response", "specter"),
    XML_ID_NAME("xml.idName", "O9: where XML tells the number", "id", "orderNo", "customerId", "articleId"),
    XML_STYLE("xml.style", "O9: elements or attributes", "ELEMENTS", "ATTRIBUTES"),
    NO_FORCE("match.noForce", "O12: a match without force", "KEEP", "UPDATE"),
    CONFLICT("match.conflict", "O13: e-mail and number hit two customers", "EMAIL", "ORGNO", "ERROR", "NEW"),
    WIRE_IDENTIFY(
            "wire.identifyByCustomerId", "O14: name of the identify flag", "identifyByCustomerId", "useCustomerId"),
    WIRE_FAX("wire.faxNo", "O14: name of the fax number", "faxNo", "fax"),
    WIRE_CUSTOMER_REFERENCE(
            "wire.customerReference", "O18: name of the customer's reference", "customerReference", "yourReference"),
    WIRE_ORDER_DATE("wire.orderDate", "O18: name of an order's date", "orderDate", "date"),
    WIRE_SHOP_NO("wire.externalWebshopNo", "O18: name of a version 1 shop's number", "externalWebshopNo", "webshopNo"),
    PERSON_NAME("person.nameRequired", "O15: persons need name", "false", "true"),
    UNKNOWN_ARTICLE("order.unknownArticle", "O16: unknown article on a row", "REJECT", "FREE_TEXT_IF_NAMED", "ACCEPT"),
    ARTICLE_CASE(
            "article.caseSensitive", "O31: article numbers that differ in case only are different", "true", "false"),
    DUPLICATE(
            "order.duplicate",
            "O17: a repeated externalOrderNo",
            "ERROR",
            "ERROR_WITH_NO",
            "OK_EXISTING",
            "CREATE_AGAIN"),
    MOST_ROWS("order.maxRows", "O19: most rows of an order, 0 for no limit", "0", Quirks.NUMBER),
    STRICT_PAY_TYPES("payType.strict", "O20: unknown pay types are refused", "false", "true"),
    ARTICLE_PARTIAL(
            "article.partial", "O22: one bad article of several", "ALL_OR_NOTHING", "FIRST_BAD_STOPS", "SKIP_BAD"),
    MOST_ARTICLE_ROWS("article.maxRows", "O22: most articles of a call, 0 for no limit", "100", Quirks.NUMBER),
    ABSENT_FIELD("article.absentField", "O22: a field that a forced row does not carry", "KEEP", "RESET"),
    ARTICLE_NUMBERS(
            "article.numbers", "article numbers with å ä ö & % ¤ # € or comma are refused", "ANY", "NO_SPECIAL"),
    SUM("order.sum", "O43: VAT of the rounded or exact net per rate, or of each row", "RATE", "RATE_EXACT", "ROWS"),
    ROUNDING("rounding", "O43: whole kronor", "NONE", "WHOLE_KRONA"),
    PRICE_DECIMALS("price.decimals", "O43: decimals of a row's price", "3", "2", "ANY");

    private final Quirks.Description description;

    SpecterQuirk(String key, String meaning, String... choices) {
        this.description = Quirk.of(key, meaning, choices);
    }

    @Override
    public Quirks.Description description() {
        return description;
    }

    /** An account's quirks, those of its errors and feeds among them, all as usual. */
    public static Quirks asUsual() {
        return new Quirks(Stream.of(Stream.of(values()), SimRefusal.Reason.quirks(), FeedQuirk.all())
                .<Quirk>flatMap(quirks -> quirks)
                .toList());
    }
}
