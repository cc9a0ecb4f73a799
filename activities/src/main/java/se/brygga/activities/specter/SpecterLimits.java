package se.brygga.activities.specter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.brygga.activities.specter.wire.Latin1;

/**
 * What Specter would refuse, found before anything is sent (reference sections 4 and 10, section 15 item 5). Each method
 * names all that is wrong, by Specter's parameter name and without the value, or gives an empty list. Lengths are those of
 * the text as sent: {@code €} counts three.
 *
 * <p>Only comments and article names are cut. A name or address that lost its end would send a parcel to the wrong door.
 */
public final class SpecterLimits {

    /**
     * Our own limits, as no length is known: with them 100 rows stay below the 200,000 bytes of a form that classic ASP
     * reads by default.
     */
    static final int COMMENT = 4_000;

    static final int ROW_COMMENT = 250;

    private static final int ARTICLE_NAME = 140;

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
            // Our own limit: 32 in practice, but an open batch may be another integration's.
            Map.entry("batchNo", 100));

    private SpecterLimits() {}

    /** What is wrong with this customer. */
    public static List<String> violations(SpecterCustomer customer) {
        return SpecterForms.customer(customer).problems();
    }

    /** What is wrong with this order; rows are counted from 1, as in {@code articleNo_1}. */
    public static List<String> violations(SpecterOrder order) {
        return SpecterForms.order(order, 1).problems();
    }

    /** What is wrong with this article, which is called {@code _1}. */
    public static List<String> violations(SpecterArticle article) {
        return SpecterForms.articles(List.of(article)).problems();
    }

    /**
     * As much of an article's name or a row's text as Specter takes, counted as it is sent. Starweb allows 255 characters;
     * it is the article number that says what is packed.
     */
    public static String articleName(String text) {
        Latin1 sent = Latin1.line(text);
        return sent.length() <= ARTICLE_NAME
                ? text
                : sent.value().substring(0, ARTICLE_NAME).strip();
    }

    static List<String> tooLong(Map<String, Latin1> values) {
        List<String> found = new ArrayList<>();
        values.forEach((name, text) -> {
            Integer max = MAX_LENGTH.get(ROW_SUFFIX.matcher(name).replaceFirst("_"));
            if (max != null && text.length() > max) {
                found.add(name + ": " + text.length() + " characters, at most " + max);
            }
            if (name.startsWith("articleNo_") && text.value().indexOf(' ') >= 0) {
                found.add(name + ": has a space");
            }
        });
        return found;
    }
}
