package se.brygga.simulators.specter.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong or odd with an article of a real assortment. Of a hundred products each kind has one. */
enum Dirt {
    CLEAN,
    /** Has the number of the product before, in small letters. */
    OTHER_CASE,
    TRAILING_BLANK,
    INNER_BLANK,
    SWEDISH_LETTERS,
    SLASH,
    NAME_OF_140,
    HTML_IN_NAME,
    BROKEN_HTML,
    WITHOUT_VAT,
    PRICE_ZERO,
    /** Has the bar code of the product before. */
    BAR_CODE_TWICE,
    VARIANT_WITHOUT_VALUES,
    PACKAGE_OF_PACKAGES,
    /** Has characters that ISO-8859-1 lacks, of which Windows-1252 has some and others none. */
    NO_LATIN_1,
    DEEP_GROUP,
    /** Looks like a variant's name, and is none. */
    HYPHENS_IN_NAME,
    NUMBER_OF_DIGITS,
    SERVICE;

    private static final int EVERY = 100;
    private static final int LONGEST_NAME = 140;
    private static final List<String> GOODS =
            List.of("Mössa", "Jacka", "Termos", "Kängor", "Ryggsäck", "Tält", "Kåsa", "Fleecetröja");
    private static final List<String> GROUPS =
            List.of("Kläder/Mössor", "Kläder/Jackor", "Kök/Termosar", "Skor/Kängor", "Packning");

    static Dirt of(int product) {
        int place = product % EVERY;
        return place < values().length ? values()[place] : CLEAN;
    }

    String number(String prefix, int product) {
        String plain = "%s-%05d".formatted(prefix, product);
        return switch (this) {
            case OTHER_CASE -> "%s-%05d".formatted(prefix, product - 1).toLowerCase(Locale.ROOT);
            case TRAILING_BLANK -> plain + " ";
            case INNER_BLANK -> plain.replace('-', ' ');
            case SWEDISH_LETTERS -> plain + "-ÅÄÖ";
            case SLASH -> plain.replace('-', '/');
            case NUMBER_OF_DIGITS -> "7%02d%05d".formatted(Math.floorMod(prefix.hashCode(), 100), product);
            default -> plain;
        };
    }

    Map<String, String> fields(String prefix, int product) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name(product));
        fields.put("priceExclVat", this == PRICE_ZERO ? "0" : (49 + product % 900) + "." + (product % 4 * 25));
        fields.put("buyPrice", Integer.toString(20 + product % 300));
        fields.put("barCode", barCode(prefix, this == BAR_CODE_TWICE ? product - 1 : product, 0));
        fields.put("vatPercent", vat(product));
        fields.put("productWeight", "0." + (100 + product % 900));
        fields.put("shortText", shortText(product));
        fields.put("longText", longText(product));
        fields.put("articleGroup", group(product));
        fields.put("supplierName", "Leverantör " + product % 12);
        fields.put("manufacturerArticleNo", "M" + product);
        fields.put("commodityCode", "6505" + product % 10);
        fields.put("unit", product % 9 == 0 ? "par" : "st");
        return fields;
    }

    private String name(int product) {
        String name = GOODS.get(product % GOODS.size()) + " " + product;
        return switch (this) {
            case NAME_OF_140 -> (name + " " + "mycket utförligt beskriven ".repeat(6)).substring(0, LONGEST_NAME);
            case HTML_IN_NAME -> "<b>" + name + "</b> & \"co\"";
            case NO_LATIN_1 -> name + " – 5 € “Łódź” 🎒";
            case HYPHENS_IN_NAME -> name + " - V-ringad - 2-pack";
            default -> name;
        };
    }

    private String vat(int product) {
        if (this == WITHOUT_VAT) {
            return "";
        }
        return product % 11 == 0 ? "12" : product % 13 == 0 ? "6" : "25";
    }

    private String shortText(int product) {
        return this == NO_LATIN_1 ? "Varm ☃ och skön…" : "Bra till " + product + " saker\nTål regn";
    }

    private String longText(int product) {
        return switch (this) {
            case BROKEN_HTML -> "<p>Bra <b>till</p> allt & lite < till ]]> <script>alert(1)</script>";
            case NO_LATIN_1 -> "<p>Σ 漢字 🎒</p>";
            default ->
                "<p>" + GOODS.get(product % GOODS.size())
                        + " med <em>foder</em> &amp; luva.</p>\n<ul><li>Tvättbar</li></ul>";
        };
    }

    private String group(int product) {
        return this == DEEP_GROUP
                ? "Friluft/Kläder/Herr/Överdelar/Jackor/Regn & rusk"
                : GROUPS.get(product % GROUPS.size());
    }

    /** An EAN of thirteen digits whose check digit is right. */
    static String barCode(String prefix, int product, int variant) {
        String digits = "73%02d%06d%02d".formatted(Math.floorMod(prefix.hashCode(), 100), product, variant % 100);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    static List<String> pictures(int product, int count) {
        List<String> pictures = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            // Products of one group share a picture, as real ones do.
            pictures.add(n == 3 ? "grupp-" + product % 5 : "vara-" + product + "-" + n);
        }
        return pictures;
    }
}
