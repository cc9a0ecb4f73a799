package se.brygga.workflows.refusal;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of refusals for people, from {@code refusals_sv.properties} and {@code refusals_en.properties}. A part in
 * brackets is left out where one of its values is empty. A value that is a word of ours has its own text under
 * {@code parameter.word}. A text about a set-up begins with {@code place}.
 */
public final class RefusalTexts {

    private static final String SWEDISH = "sv";

    private static final String PLACE = "place";

    private static final String DETAIL = "detail";

    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");

    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final ResourceBundle texts;

    private RefusalTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /**
     * The texts in one language.
     *
     * @param language Swedish or English; any other language gets English
     */
    public static RefusalTexts in(Locale language) {
        String name = SWEDISH.equals(language.getLanguage()) ? "refusals_sv" : "refusals_en";
        return new RefusalTexts(ResourceBundle.getBundle("se.brygga.workflows.refusal." + name, Locale.ROOT));
    }

    /**
     * What is wrong, and how to mend it. Several mistakes are on a line each. A {@code detail} is shown in its stored
     * form.
     */
    public String text(Refusal refusal) {
        return text(refusal, stored -> stored);
    }

    /**
     * As {@link #text(Refusal)}, with details in words.
     *
     * @param details writes a parameter that is called {@code detail}
     */
    public String text(Refusal refusal, UnaryOperator<String> details) {
        if (!refusal.parts().isEmpty()) {
            return refusal.parts().stream().map(part -> text(part, details)).collect(Collectors.joining("\n"));
        }
        Map<String, String> values = refusal.parameters();
        String text = PART.matcher(template(refusal.code()))
                .replaceAll(part -> Matcher.quoteReplacement(isFilled(part.group(1), values) ? part.group(1) : ""));
        return VALUE.matcher(text).replaceAll(found -> {
            String value = values.getOrDefault(found.group(1), "?");
            return Matcher.quoteReplacement(
                    found.group(1).equals(DETAIL) ? details.apply(value) : word(found.group(1), value));
        });
    }

    private String template(RefusalCode code) {
        String text = texts.getString(code.code());
        return switch (code) {
            case Reason _ -> text;
            case SetupReason _ -> texts.getString(PLACE) + text;
        };
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
