package se.brygga.workflows.attention;

import java.util.Locale;
import java.util.ResourceBundle;

/** The causes in words for people. Not for workflow code: texts may change, histories may not. */
public final class CauseTexts {

    private final ResourceBundle texts;

    private CauseTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /** @param language Swedish or English; any other gets English */
    public static CauseTexts in(Locale language) {
        String name = "sv".equals(language.getLanguage()) ? "causes_sv" : "causes_en";
        return new CauseTexts(ResourceBundle.getBundle("se.brygga.workflows.attention." + name, Locale.ROOT));
    }

    /** A few words. */
    public String title(Cause cause) {
        return texts.getString(cause.code() + ".title");
    }

    /** What happened. */
    public String text(Cause cause) {
        return texts.getString(cause.code() + ".text");
    }

    /** What to do, and where. */
    public String fix(Cause cause) {
        return texts.getString(cause.code() + ".fix");
    }
}
