package se.brygga.clients.specter.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.brygga.clients.specter.wire.Latin1;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Finds what Specter would refuse, before anything is sent (reference sections 4 and 10, section 15 item 5). Each
 * method names all that is wrong, by Specter's parameter name and without values that may be personal. Lengths are
 * those of the text as sent: {@code €} counts three.
 *
 * <p>Only comments and article names are cut. A name or address that lost its end would send a parcel to the wrong
 * door.
 */
public final class SpecterLimits {

    /**
     * Our own limit, because no length is known. With it 100 rows stay below 200,000 bytes, the largest form that
     * classic ASP reads by default.
     */
    static final int COMMENT = 4_000;

    static final int ROW_COMMENT = 250;

    static final int ARTICLE_NAME = 140;

    /** Our own limits, because no length is known. */
    static final int BARCODE = 40;

    static final int SUPPLIER_NAME = 100;

    /** How many articles one call may name: what a production client sends (O22). */
    public static final int ARTICLES = 100;

    private static final Pattern ROW_SUFFIX = Pattern.compile("_\\d+$");

    private static final Map<String, Integer> MAX_LENGTH = Map.ofEntries(
            Map.entry("name", 100),
            Map.entry("firstName", 50),
            Map.entry("surName", 50),
            Map.entry("contactPerson", 50),
            Map.entry("orgNo", 20),
            Map.entry("vatNo", 30),
            Map.entry("emailAddress", 100),
            Map.entry("phoneNo", 50),
            Map.entry("mobileNo", 50),
            Map.entry("customerReference", 70),
            Map.entry("externalDeliveryMethod", 100),
            Map.entry("articleName_", ARTICLE_NAME),
            Map.entry("name_", ARTICLE_NAME),
            Map.entry("barCode_", BARCODE),
            Map.entry("supplierName_", SUPPLIER_NAME),
            // Our own limit: 32 characters in practice, but an open batch may belong to another integration.
            Map.entry("batchNo", 100));

    /** The characters of an article number. Specter refuses blanks and all others, or warns of them (section 10). */
    private static final String ARTICLE_NO = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

    static final int LONGEST_ARTICLE_NO = 40;

    /** The longest part of a value that is shown. */
    private static final int SHOWN = 80;

    private SpecterLimits() {}

    /**
     * What is wrong with a customer or an order.
     *
     * @param notAllowed values that are missing, or that Specter would receive changed
     * @param tooLong values that are longer than Specter takes
     */
    public record Violations(List<Detail> notAllowed, List<Detail> tooLong) {

        /** All violations. */
        public List<Detail> all() {
            return Stream.concat(notAllowed.stream(), tooLong.stream()).toList();
        }
    }

    /**
     * What is wrong with a text as an article number; empty when nothing is.
     *
     * @param where the row that names the article
     */
    public static Detail articleNoObjection(Detail where, String articleNo) {
        Detail wrong = Detail.NONE;
        int length = articleNo.codePointCount(0, articleNo.length());
        if (length > LONGEST_ARTICLE_NO) {
            wrong = Phrase.SKU_TOO_LONG.with(where, shown(articleNo), length, LONGEST_ARTICLE_NO);
        }
        Detail odd = oddInArticleNo(articleNo);
        return odd.isNone() ? wrong : wrong.and(Phrase.SKU_CHARACTERS.with(where, shown(articleNo), odd));
    }

    /** The characters that Specter does not take in an article number. */
    static Detail oddInArticleNo(String articleNo) {
        return characters(articleNo.codePoints().filter(c -> ARTICLE_NO.indexOf(c) < 0));
    }

    /** A value for a message. A long value is cut, and invisible characters are named. */
    public static String shown(String value) {
        String visible = value.codePoints()
                .limit(SHOWN)
                .mapToObj(c -> isVisible(c) || c == ' ' ? Character.toString(c) : named(c))
                .collect(Collectors.joining());
        return value.codePointCount(0, value.length()) > SHOWN ? visible + "…" : visible;
    }

    /** Each of the characters once. */
    static Detail characters(IntStream odd) {
        return Detail.list(odd.distinct()
                .mapToObj(c -> c == ' '
                        ? Phrase.BLANK.with()
                        : Detail.value(isVisible(c) ? "\"" + Character.toString(c) + "\"" : named(c)))
                .toList());
    }

    private static String named(int c) {
        return String.format("U+%04X", c);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    /** What is wrong with this customer. */
    public static Violations violations(SpecterCustomer customer) {
        return SpecterForms.customer(customer).violations();
    }

    /** What is wrong with this order. Rows are counted from 1, as in {@code articleNo_1}. */
    public static Violations violations(SpecterOrder order) {
        return SpecterForms.order(order, 1).violations();
    }

    /**
     * All that Specter would refuse of this article, or would hold in another form than readers know. A letter with
     * a form in ISO-8859-1 ({@code ř} as {@code r}) is no objection. Each objection names its field.
     */
    public static List<Detail> objections(SpecterArticle article) {
        return ArticleObjections.of(article);
    }

    /**
     * As much of an article's name or a row's text as Specter takes, measured as it is sent. Starweb allows 255
     * characters. The article number says what is packed, so a cut name does no harm.
     */
    public static String articleName(String text) {
        Latin1 sent = Latin1.line(text);
        return sent.length() <= ARTICLE_NAME
                ? text
                : sent.value().substring(0, ARTICLE_NAME).strip();
    }

    static List<Detail> tooLong(Map<String, Latin1> values) {
        List<Detail> found = new ArrayList<>();
        values.forEach((name, text) -> {
            Integer max = MAX_LENGTH.get(ROW_SUFFIX.matcher(name).replaceFirst("_"));
            if (max != null && text.length() > max) {
                found.add(Phrase.FIELD_TOO_LONG.with(SpecterFields.named(name), text.length(), max));
            }
        });
        return found;
    }
}
