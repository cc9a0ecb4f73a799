package se.brygga.cli.options;

import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;
import se.brygga.cli.terminal.Lines;
import se.brygga.workflows.attention.CauseTexts;

/** One rule for the language of all texts about orders and notices. */
public final class LanguageOption {

    @Option(
            names = "--lang",
            defaultValue = "${env:BRYGGA_LANG:-sv}",
            description = "language of the texts: sv or en; default: BRYGGA_LANG, else sv")
    private String language = "sv";

    /** The texts in the language that is asked for. */
    public CauseTexts texts() {
        return CauseTexts.in(locale());
    }

    /** The command line's own words in that language. */
    public Lines lines() {
        return Lines.in(locale());
    }

    private Locale locale() {
        if (!Set.of("sv", "en").contains(language)) {
            throw new IllegalArgumentException("no texts in \"" + language + "\"; --lang or BRYGGA_LANG is sv or en");
        }
        return Locale.of(language);
    }
}
