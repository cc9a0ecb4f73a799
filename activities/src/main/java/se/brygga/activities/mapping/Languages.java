package se.brygga.activities.mapping;

import org.jspecify.annotations.Nullable;

/** Specter's own language codes (reference section 4.1): Swedish is SE. */
final class Languages {

    private Languages() {}

    static String ofOrder(@Nullable String langCode) {
        return switch (langCode == null ? "sv" : langCode) {
            case "en" -> "EN";
            case "no", "nb", "nn" -> "NO";
            case "fi" -> "FI";
            case "da" -> "DA";
            case "es" -> "ES";
            case "de" -> "DE";
            default -> "SE";
        };
    }

    /** The code for a customer. Specter knows only three for customers. */
    static String ofCustomer(@Nullable String langCode) {
        String code = ofOrder(langCode);
        return code.equals("EN") || code.equals("NO") ? code : "SE";
    }
}
