package se.brygga.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import se.brygga.cli.options.LanguageOption;

/** Writes what {@code --help} says of commands, in the language of the line. */
final class Help {

    /** The exit codes that the help of each command lists. */
    private static final List<Integer> EXIT_CODES = List.of(0, 1, 2, 3);

    private Help() {}

    /** Adds {@code --help} and the exit codes to every command. */
    static void add(CommandLine line, ResourceBundle texts) {
        CommandSpec spec = line.getCommandSpec().resourceBundle(texts);
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .arity("0")
                    .usageHelp(true)
                    .description("${bundle:help}")
                    .build());
        }
        if (spec.findOption("--lang") == null) {
            spec.addMixin("language", CommandSpec.forAnnotatedObject(new LanguageOption()));
        }
        describe(spec, texts);
        line.getSubcommands().values().forEach(below -> add(below, texts));
    }

    private static void describe(CommandSpec spec, ResourceBundle texts) {
        if (spec.userObject() instanceof CommandLine.HelpCommand) {
            spec.usageMessage().header(texts.getString("helpCommand")).description(texts.getString("helpCommand"));
        }
        spec.usageMessage()
                .synopsisHeading(texts.getString("usage"))
                .commandListHeading(texts.getString("commands"))
                .exitCodeListHeading(texts.getString("exit-codes"))
                .exitCodeList(exitCodes(texts));
    }

    /** The meaning of each exit code. */
    private static Map<String, String> exitCodes(ResourceBundle texts) {
        Map<String, String> all = new TreeMap<>();
        EXIT_CODES.forEach(code -> all.put(" " + code, texts.getString("exit-code." + code)));
        return all;
    }

    /** The texts of all commands and options: {@code help_sv.properties} and {@code help_en.properties}. */
    static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("se.brygga.cli.help_" + language.getLanguage(), Locale.ROOT);
    }
}
