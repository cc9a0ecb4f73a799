package se.brygga.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the completion script for fish. Picocli writes scripts for bash and zsh only. */
final class FishCompletion {

    /**
     * Functions of the script: whether the words before the cursor, without options, are exactly these, or begin with
     * these.
     */
    private static final String FUNCTIONS = """
            function __brygga_words
                set -l words (commandline -opc | string match -v -- '-*')
                set -e words[1]
                string join ' ' -- $words
            end
            function __brygga_at
                test (__brygga_words | string collect) = "$argv"
            end
            function __brygga_in
                string match -q -- "$argv *" (__brygga_words | string collect)" "
            end
            complete -c brygga -f
            """;

    private final StringBuilder script = new StringBuilder(FUNCTIONS);

    private FishCompletion() {}

    static String script(CommandLine all) {
        FishCompletion fish = new FishCompletion();
        fish.add(all, "");
        return fish.script.toString();
    }

    private void add(CommandLine line, String words) {
        CommandSpec spec = line.getCommandSpec();
        spec.options().stream().filter(option -> !option.hidden()).forEach(option -> add(option, words));
        spec.positionalParameters().forEach(parameter -> add(parameter, words));
        line.getSubcommands().forEach((word, below) -> {
            say(
                    "__brygga_at",
                    words,
                    "-a " + quoted(word),
                    first(below.getCommandSpec().usageMessage().description()));
            add(below, (words + " " + word).strip());
        });
    }

    private void add(OptionSpec option, String words) {
        String names = Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        String values = values(option.completionCandidates());
        boolean takesOne = option.arity().min() > 0;
        say(
                words.isEmpty() ? "__brygga_at" : "__brygga_in",
                words,
                names + (takesOne ? " -r" : "") + (takesOne && !values.isEmpty() ? " -a " + quoted(values) : ""),
                first(option.description()));
    }

    private void add(PositionalParamSpec parameter, String words) {
        String values = values(parameter.completionCandidates());
        if (!values.isEmpty()) {
            say("__brygga_at", words, "-a " + quoted(values), first(parameter.description()));
        }
    }

    private void say(String where, String words, String what, String description) {
        script.append("complete -c brygga -n ")
                .append(quoted((where + " " + words).strip()))
                .append(' ')
                .append(what)
                .append(" -d ")
                .append(quoted(description))
                .append('\n');
    }

    private static String values(@Nullable Iterable<String> candidates) {
        return candidates == null ? "" : String.join(" ", candidates);
    }

    private static String first(String... description) {
        return List.of(description).stream().findFirst().orElse("");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
