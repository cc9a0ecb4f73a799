package se.brygga.workflows.attention;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RefusalTexts;

/** The texts of causes for people. Not for workflow code: texts may change, histories may not. */
public final class CauseTexts {

    private static final Pattern UNNAMED = Pattern.compile("\\{[a-z]+}");

    private static final Pattern VALUE = Pattern.compile("\\{([0-9])}");

    private final ResourceBundle texts;
    private final RefusalTexts refusals;

    private CauseTexts(ResourceBundle texts, RefusalTexts refusals) {
        this.texts = texts;
        this.refusals = refusals;
    }

    /**
     * The texts in one language.
     *
     * @param language Swedish or English; any other language gets English
     */
    public static CauseTexts in(Locale language) {
        String name = "sv".equals(language.getLanguage()) ? "causes_sv" : "causes_en";
        return new CauseTexts(
                ResourceBundle.getBundle("se.brygga.workflows.attention." + name, Locale.ROOT),
                RefusalTexts.in(language));
    }

    /** A title of a few words. */
    public String title(Cause cause) {
        return texts.getString(cause.code() + ".title");
    }

    /** What happened. */
    public String text(Cause cause) {
        return text(cause, Map.of());
    }

    /**
     * What happened, with names filled in.
     *
     * @param named values that the text may name; without all of them the text without names is used
     */
    public String text(Cause cause, Map<String, String> named) {
        return filled(cause.code() + ".text", named);
    }

    /** What to do, and where. */
    public String fix(Cause cause) {
        return fix(cause, Map.of());
    }

    /**
     * What to do, and where, with names filled in.
     *
     * @param named as in {@link #text(Cause, Map)}
     */
    public String fix(Cause cause, Map<String, String> named) {
        return filled(cause.code() + ".fix", named);
    }

    /** Why a rule skipped an order, and what to do if the order is wanted after all. */
    public String skipped(String rule, Map<String, String> named) {
        return filled("skipped." + rule + ".text", named);
    }

    /** A detail as whole sentences. */
    public String detail(Detail detail) {
        return detail(detail.stored());
    }

    /**
     * A detail as whole sentences.
     *
     * @param stored {@link Detail#stored}, as the books hold it
     */
    public String detail(String stored) {
        return DetailText.written(stored, this::phrase);
    }

    /** Why something is refused, with the detail that it may name in whole sentences. */
    public String refusal(Refusal refusal) {
        return refusals.text(refusal, this::detail);
    }

    private String phrase(String key, List<String> values) {
        String text = "detail." + key;
        if (!texts.containsKey(text)) {
            return "{" + key + "}";
        }
        return VALUE.matcher(texts.getString(text)).replaceAll(found -> {
            int place = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(place < values.size() ? values.get(place) : "?");
        });
    }

    /** The text of a key. A key whose text names nothing may have a second text that names values. */
    private String filled(String key, Map<String, String> named) {
        String text = texts.containsKey(key + ".named") ? texts.getString(key + ".named") : texts.getString(key);
        for (var name : named.entrySet()) {
            text = text.replace("{" + name.getKey() + "}", name.getValue());
        }
        return UNNAMED.matcher(text).find() ? texts.getString(key) : text;
    }
}
