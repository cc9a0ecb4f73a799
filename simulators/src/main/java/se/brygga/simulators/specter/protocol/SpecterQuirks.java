package se.brygga.simulators.specter.protocol;

import java.util.ArrayList;
import java.util.List;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.Quirks.Quirk;

/** Where nobody outside Specter knows how writes behave: the rows of the reference's section 14 that concern customers, articles and orders. */
public final class SpecterQuirks {

    public static final String API_VERSION = "tenant.apiVersion";
    public static final String CHECK_ACCOUNT = "checkAccount.supported";
    public static final String CHECK_ACCOUNT_SCRIPT = "checkAccount.script";
    public static final String CHECK_ACCOUNT_X = "checkAccount.x";
    public static final String CANCEL = "gap.cancel";
    public static final String INVOICES = "gap.invoices";
    public static final String RIGHTS = "user.rights";
    public static final String ERROR_STATUS = "errorHttpStatus";
    public static final String RATE_LIMIT = "rateLimitPerMinute";
    public static final String MOST_BODY_BYTES = "maxBodyBytes";
    public static final String MOST_URL_BYTES = "maxUrlBytes";
    public static final String LATENCY = "latencyMs";
    public static final String XML_DECLARATION = "xmlDeclaration";
    public static final String XML_ROOT = "xml.root";
    public static final String XML_ID_NAME = "xml.idName";
    public static final String XML_STYLE = "xml.style";
    public static final String NO_FORCE = "match.noForce";
    public static final String CONFLICT = "match.conflict";
    public static final String WIRE_IDENTIFY = "wire.identifyByCustomerId";
    public static final String WIRE_FAX = "wire.faxNo";
    public static final String WIRE_CUSTOMER_REFERENCE = "wire.customerReference";
    public static final String WIRE_ORDER_DATE = "wire.orderDate";
    public static final String WIRE_SHOP_NO = "wire.externalWebshopNo";
    public static final String PERSON_NAME = "person.nameRequired";
    public static final String UNKNOWN_ARTICLE = "order.unknownArticle";
    public static final String ARTICLE_CASE = "article.caseSensitive";
    public static final String DUPLICATE = "order.duplicate";
    public static final String MOST_ROWS = "order.maxRows";
    public static final String STRICT_PAY_TYPES = "payType.strict";
    public static final String ARTICLE_PARTIAL = "article.partial";
    public static final String SUM = "order.sum";
    public static final String ROUNDING = "rounding";
    public static final String PRICE_DECIMALS = "price.decimals";

    private SpecterQuirks() {}

    public static Quirks create() {
        List<Quirk> all = new ArrayList<>(List.of(
                quirk(API_VERSION, "O1: generation of the account", "2", "1"),
                quirk(CHECK_ACCOUNT, "O3: whether checkAccountSettings is there", "true", "false"),
                quirk(CHECK_ACCOUNT_SCRIPT, "O3: its script", "getInfo", "putInfo"),
                quirk(CHECK_ACCOUNT_X, "O3: its X", "SBMID", "EMPTY"),
                quirk(CANCEL, "O19: the invented orderCancelSubmit", "on", "off"),
                quirk(INVOICES, "O4: the invented orderInvoiceSubmit", "on", "off"),
                quirk(RIGHTS, "O5: rights of the API user", "RW", "R", "W"),
                quirk(ERROR_STATUS, "O6: HTTP status of a refusal", "200", "400", "500"),
                quirk(RATE_LIMIT, "O7: calls a minute, 0 for no limit", "0", Quirks.NUMBER),
                quirk(MOST_BODY_BYTES, "O7: longest body, 0 for no limit", "0", Quirks.NUMBER),
                quirk(MOST_URL_BYTES, "O7: longest path and query, 0 for no limit", "0", Quirks.NUMBER),
                quirk(LATENCY, "O7: milliseconds until an answer", "0", Quirks.NUMBER),
                quirk(XML_DECLARATION, "O8: encoding of XML", "LATIN1", "NONE", "UTF8"),
                quirk(XML_ROOT, "O9: root of XML", "response", "specter"),
                quirk(XML_ID_NAME, "O9: where XML tells the number", "id", "orderNo", "customerId", "articleId"),
                quirk(XML_STYLE, "O9: elements or attributes", "ELEMENTS", "ATTRIBUTES"),
                quirk(NO_FORCE, "O12: a match without force", "KEEP", "UPDATE"),
                quirk(CONFLICT, "O13: e-mail and number hit two customers", "EMAIL", "ORGNO", "ERROR", "NEW"),
                quirk(WIRE_IDENTIFY, "O14: name of the identify flag", "identifyByCustomerId", "useCustomerId"),
                quirk(WIRE_FAX, "O14: name of the fax number", "faxNo", "fax"),
                quirk(
                        WIRE_CUSTOMER_REFERENCE,
                        "O18: name of the customer's reference",
                        "customerReference",
                        "yourReference"),
                quirk(WIRE_ORDER_DATE, "O18: name of an order's date", "orderDate", "date"),
                quirk(WIRE_SHOP_NO, "O18: name of a version 1 shop's number", "externalWebshopNo", "webshopNo"),
                quirk(PERSON_NAME, "O15: persons need name", "false", "true"),
                quirk(UNKNOWN_ARTICLE, "O16: unknown article on a row", "REJECT", "FREE_TEXT_IF_NAMED", "ACCEPT"),
                quirk(ARTICLE_CASE, "O31: article numbers that differ in case only are different", "true", "false"),
                quirk(
                        DUPLICATE,
                        "O17: a repeated externalOrderNo",
                        "ERROR",
                        "ERROR_WITH_NO",
                        "OK_EXISTING",
                        "CREATE_AGAIN"),
                quirk(MOST_ROWS, "O19: most rows of an order, 0 for no limit", "0", Quirks.NUMBER),
                quirk(STRICT_PAY_TYPES, "O20: unknown pay types are refused", "false", "true"),
                quirk(
                        ARTICLE_PARTIAL,
                        "O22: one bad article of several",
                        "ALL_OR_NOTHING",
                        "FIRST_BAD_STOPS",
                        "SKIP_BAD"),
                quirk(
                        SUM,
                        "O43: VAT of the rounded or exact net per rate, or of each row",
                        "RATE",
                        "RATE_EXACT",
                        "ROWS"),
                quirk(ROUNDING, "O43: whole kronor", "NONE", "WHOLE_KRONA"),
                quirk(PRICE_DECIMALS, "O43: decimals of a row's price", "3", "2", "ANY")));
        for (SimRefusal.Reason reason : SimRefusal.Reason.values()) {
            if (reason != SimRefusal.Reason.OPEN_BATCH) {
                String usual = Integer.toString(reason.usualCode());
                all.add(quirk(reason.quirk(), "O10: code of this error", usual, Quirks.NUMBER));
            }
        }
        all.addAll(FeedQuirks.list());
        return new Quirks(all);
    }

    private static Quirk quirk(String name, String meaning, String... values) {
        return new Quirk(name, List.of(values), meaning);
    }
}
