package se.brygga.cli.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import se.brygga.cli.terminal.Lines;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.refusal.Reason;

/** One rule for the language of all texts. */
public final class LanguageOption {

    /** As {@code --help} and shells list it. */
    static final String NAME = "--lang";

    private static final List<String> KNOWN = List.of("sv", "en");

    /** Refuses a language that there is not. */
    static final class Converter implements ITypeConverter<Locale> {

        @Override
        public Locale convert(String text) {
            if (!KNOWN.contains(text)) {
                throw Reason.NO_SUCH_WORD.refused("language", text, null, KNOWN);
            }
            return Locale.of(text);
        }
    }

    @Option(names = NAME, converter = Converter.class, description = "${bundle:help.language.lang}")
    private Locale language = of(System.getenv());

    /**
     * The language of a whole line, before it is read: what is wrong with it is said in that language. It is Swedish where the option or
     * the environment names none that there is.
     */
    public static Locale of(Map<String, String> environment, String... arguments) {
        String asked = environment.getOrDefault("BRYGGA_LANG", "sv");
        List<String> all = Arrays.asList(arguments);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).equals(NAME) && i + 1 < all.size()) {
                asked = all.get(i + 1);
            } else if (all.get(i).startsWith(NAME + "=")) {
                asked = all.get(i).substring(NAME.length() + 1);
            }
        }
        return Locale.of(KNOWN.contains(asked) ? asked : "sv");
    }

    /** The texts in the language that is asked for. */
    public CauseTexts texts() {
        return CauseTexts.in(language);
    }

    /** The command line's own words in that language. */
    public Lines lines() {
        return Lines.in(language);
    }
}
