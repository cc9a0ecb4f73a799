package se.brygga.cli.options;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.brygga.cli.server.ServerTrouble;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Terminal;

/** A command that lists. Its list may be shown again and again. */
public abstract class ListCommand extends ServerCommand {

    private @Nullable Integer seconds;

    @Option(
            names = "--watch",
            arity = "0..1",
            fallbackValue = "5",
            paramLabel = "SECONDS",
            description = "${bundle:help.list.watch}")
    final void watch(int typed) {
        if (typed < 1) {
            throw usage(Line.AT_LEAST_ONE, "--watch", typed);
        }
        seconds = typed;
    }

    /** Asks the starter once, and prints. */
    protected abstract int list();

    @Override
    public final Integer call() {
        int exit = list();
        while (seconds != null && isOver(Duration.ofSeconds(seconds))) {
            Terminal.turnPage();
            exit = refresh();
        }
        return exit;
    }

    /** A starter that is away for a moment does not end the watch. */
    private int refresh() {
        try {
            return list();
        } catch (ServerTrouble trouble) {
            System.err.println(trouble.text(lines()));
            return trouble.exitCode();
        }
    }

    /** Whether the pause has passed; no when the watch was ended meanwhile. */
    private static boolean isOver(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
