package se.brygga.testbed;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.brygga.activities.start.FailedStart;
import se.brygga.activities.start.Launch;
import se.brygga.testbed.bench.Bench;
import se.brygga.testbed.demo.Demo;
import se.brygga.testbed.demo.Simulators;

/** Entry point of the test bed: {@code demo}, {@code simulators} and {@code bench}. All that it says is English. */
@Command(
        name = "brygga",
        subcommands = {Demo.class, Simulators.class, Bench.class})
public final class Testbed {

    private Testbed() {}

    public static void main(String[] args) {
        // The demo's own lines are what a person reads; libraries speak when something is wrong.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        // What goes wrong with the embedded database is told in one sentence, not in a thousand lines.
        ((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(Level.OFF);
        Launch.program(() -> new CommandLine(new Testbed())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    System.err.println("brygga: " + inWords(e));
                    return 1;
                })
                .execute(args));
    }

    /**
     * The failure in words: the message of the kit's own exceptions, which says what to do, otherwise that of the
     * cause.
     */
    private static String inWords(Exception e) {
        String ours = e.getMessage();
        return e.getClass() == IllegalStateException.class && ours != null
                ? ours
                : FailedStart.inWords(e, Locale.ENGLISH);
    }
}
