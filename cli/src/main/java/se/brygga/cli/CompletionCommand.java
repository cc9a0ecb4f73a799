package se.brygga.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brygga completion}. Needs no starter. */
@Command(
        name = "completion",
        description = "${bundle:help.completion}",
        footer = {"", "${bundle:help.completion.examples}"})
final class CompletionCommand implements Runnable {

    /** The shells for which there is a script, by the names that people write. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.bash;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of each command");
        }
        CommandLine all = spec.root().commandLine();
        System.out.print(
                switch (shell) {
                    // One script serves both.
                    case bash, zsh -> AutoComplete.bash("brygga", all);
                    case fish -> FishCompletion.script(all);
                });
    }
}
