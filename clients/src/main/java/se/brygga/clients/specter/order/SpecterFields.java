package se.brygga.clients.specter.order;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** The names that people use for the fields behind Specter's parameters. */
final class SpecterFields {

    /** {@code articleNo_3}: the field of a row. */
    private static final Pattern OF_ROW = Pattern.compile("(.+)_(\\d+)");

    private static final Map<String, Phrase> NAMES = Map.ofEntries(
            Map.entry("name", Phrase.FIELD_NAME),
            Map.entry("firstName", Phrase.FIELD_FIRST_NAME),
            Map.entry("surName", Phrase.FIELD_SURNAME),
            Map.entry("contactPerson", Phrase.FIELD_CONTACT),
            Map.entry("orgNo", Phrase.FIELD_ORG_NO),
            Map.entry("vatNo", Phrase.FIELD_VAT_NO),
            Map.entry("emailAddress", Phrase.FIELD_EMAIL),
            Map.entry("phoneNo", Phrase.FIELD_PHONE),
            Map.entry("mobileNo", Phrase.FIELD_MOBILE),
            Map.entry("customerReference", Phrase.FIELD_REFERENCE),
            Map.entry("currency", Phrase.FIELD_CURRENCY),
            Map.entry("countryCode", Phrase.FIELD_COUNTRY),
            Map.entry("deliveryCountryCode", Phrase.FIELD_DELIVERY_COUNTRY),
            Map.entry("language", Phrase.FIELD_LANGUAGE),
            Map.entry("externalOrderNo", Phrase.FIELD_ORDER_NO),
            Map.entry("payTypeIdentifier", Phrase.FIELD_PAY_CODE),
            Map.entry("payTypeReference", Phrase.FIELD_PAY_REFERENCE),
            Map.entry("payTypeIdentifierPaySystemUser", Phrase.FIELD_PAY_SYSTEM),
            Map.entry("externalDeliveryMethod", Phrase.FIELD_DELIVERY_METHOD),
            Map.entry("stocksiteid", Phrase.FIELD_STOCK_SITE));

    private static final Map<String, Phrase> NAMES_OF_ROWS = Map.ofEntries(
            Map.entry("articleNo", Phrase.FIELD_ARTICLE_NO),
            Map.entry("articleName", Phrase.FIELD_ARTICLE_NAME),
            Map.entry("name", Phrase.FIELD_ARTICLE_NAME),
            Map.entry("priceExclVAT", Phrase.FIELD_PRICE),
            Map.entry("barCode", Phrase.FIELD_BARCODE),
            Map.entry("supplierName", Phrase.FIELD_SUPPLIER),
            Map.entry("mainArticleNo", Phrase.FIELD_MAIN_ARTICLE_NO),
            Map.entry("newArticleNo", Phrase.FIELD_NEW_ARTICLE_NO));

    private SpecterFields() {}

    /**
     * The name of a parameter's field.
     *
     * @param parameter a parameter without a name for people keeps its own
     */
    static Detail named(String parameter) {
        Matcher row = OF_ROW.matcher(parameter);
        return row.matches()
                ? Phrase.FIELD_OF_ROW.with(named(NAMES_OF_ROWS, row.group(1)), row.group(2))
                : named(NAMES, parameter);
    }

    private static Detail named(Map<String, Phrase> names, String parameter) {
        Phrase name = names.get(parameter);
        return name == null ? Phrase.FIELD.with(parameter) : name.with();
    }
}
