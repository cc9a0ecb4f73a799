package se.brygga.cli.terminal;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The command line's own words in one language. */
public final class Lines {

    private static final Pattern VALUE = Pattern.compile("\\{([0-9])}");

    private final ResourceBundle texts;

    private Lines(ResourceBundle texts) {
        this.texts = texts;
    }

    /** @param language Swedish or English; any other gets English */
    public static Lines in(Locale language) {
        String name = "sv".equals(language.getLanguage()) ? "lines_sv" : "lines_en";
        return new Lines(ResourceBundle.getBundle("se.brygga.cli.terminal." + name, Locale.ROOT));
    }

    /** @param values by their places, as <code>{0}</code> */
    public String say(Line line, @Nullable Object... values) {
        return VALUE.matcher(texts.getString(line.key()))
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(found.group(1))])));
    }

    /** A table with these headings. */
    public Table table(Line headings) {
        return new Table(texts.getString(headings.key()).split(";"));
    }
}
