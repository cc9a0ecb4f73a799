package se.brygga.cli.terminal;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/** The command line's own words in one language. */
public final class Lines {

    private static final Pattern VALUE = Pattern.compile("\\{([0-9])}");

    private final ResourceBundle texts;
    private final CauseTexts causes;

    private Lines(ResourceBundle texts, Locale language) {
        this.texts = texts;
        this.causes = CauseTexts.in(language);
    }

    /** @param language Swedish or English; any other language gets English */
    public static Lines in(Locale language) {
        String name = "sv".equals(language.getLanguage()) ? "lines_sv" : "lines_en";
        return new Lines(ResourceBundle.getBundle("se.brygga.cli.terminal." + name, Locale.ROOT), language);
    }

    /**
     * The text of a line.
     *
     * @param values fill the places <code>{0}</code>, <code>{1}</code>
     */
    public String say(Text line, @Nullable Object... values) {
        return VALUE.matcher(texts.getString(line.key()))
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(found.group(1))])));
    }

    /** The text of a refusal. */
    public String say(Refusal refusal) {
        return causes.refusal(refusal);
    }

    /** A detail of an answer, in whole sentences. */
    public String detail(String stored) {
        return causes.detail(stored);
    }

    /**
     * Prints a page of a list, and says if there is more.
     *
     * @param none the line for an empty table
     * @param answer its {@code next} is text where there are more items
     */
    public void print(Table table, Text none, JsonNode answer) {
        System.out.print(table.isEmpty() ? say(none) + "\n" : table);
        if (answer.path("next").isString()) {
            System.out.println(say(Line.SHOWN_OF_MORE, answer.path("items").size()));
        }
    }

    /** A table with these headings. */
    public Table table(Text headings) {
        return new Table(texts.getString(headings.key()).split(";"));
    }
}
