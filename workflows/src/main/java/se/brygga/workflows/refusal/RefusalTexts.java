package se.brygga.workflows.refusal;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refusals in words for people: {@code refusals_sv.properties} and {@code refusals_en.properties}. A part in brackets is left out where a
 * value in it is empty. A value that is a word of ours has a text of its own under {@code parameter.word}.
 */
public final class RefusalTexts {

    private static final String SWEDISH = "sv";

    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");

    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final ResourceBundle texts;

    private RefusalTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /** @param language Swedish or English; any other gets English */
    public static RefusalTexts in(Locale language) {
        String name = SWEDISH.equals(language.getLanguage()) ? "refusals_sv" : "refusals_en";
        return new RefusalTexts(ResourceBundle.getBundle("se.brygga.workflows.refusal." + name, Locale.ROOT));
    }

    /** What is wrong, and how to mend it. Several mistakes stand on a line each. */
    public String text(Refusal refusal) {
        if (!refusal.parts().isEmpty()) {
            return refusal.parts().stream().map(this::text).collect(Collectors.joining("\n"));
        }
        Map<String, String> values = refusal.parameters();
        String text = PART.matcher(texts.getString(refusal.code().code()))
                .replaceAll(part -> Matcher.quoteReplacement(isFilled(part.group(1), values) ? part.group(1) : ""));
        return VALUE.matcher(text)
                .replaceAll(
                        name -> Matcher.quoteReplacement(word(name.group(1), values.getOrDefault(name.group(1), "?"))));
    }

    private static boolean isFilled(String part, Map<String, String> values) {
        return VALUE.matcher(part)
                .results()
                .noneMatch(name -> values.getOrDefault(name.group(1), "").isEmpty());
    }

    private String word(String name, String value) {
        String key = name + "." + value;
        return texts.containsKey(key) ? texts.getString(key) : value;
    }
}
