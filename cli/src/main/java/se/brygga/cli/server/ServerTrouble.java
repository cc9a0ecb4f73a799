package se.brygga.cli.server;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;

/** The starter is not there, or has refused what was asked. The text says why and what to do. */
public final class ServerTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int NOT_DONE = 1;
    private static final int NO_ANSWER = 3;

    private final transient Function<Lines, String> text;
    private final int exitCode;
    private final int status;

    private ServerTrouble(Function<Lines, String> text, int exitCode, int status) {
        super("exit code " + exitCode + ", status " + status);
        this.text = text;
        this.exitCode = exitCode;
        this.status = status;
    }

    /** The starter cannot be asked before something here is mended. */
    static ServerTrouble refused(Line line, @Nullable Object... values) {
        return new ServerTrouble(lines -> lines.say(line, values), NOT_DONE, 0);
    }

    /** The starter did not answer, or could not: the same command may help later. */
    public static ServerTrouble away(Line line, @Nullable Object... values) {
        return new ServerTrouble(lines -> lines.say(line, values), NO_ANSWER, 0);
    }

    /**
     * The starter has refused.
     *
     * @param detail the starter's own words; null where it has none
     */
    static ServerTrouble answered(int status, @Nullable String detail, boolean later) {
        return new ServerTrouble(
                lines -> detail == null ? lines.say(Line.SERVER_STATUS, status) : detail,
                later ? NO_ANSWER : NOT_DONE,
                later ? 0 : status);
    }

    /** Why, and what to do. */
    public String text(Lines lines) {
        return text.apply(lines);
    }

    /** Whether the starter knows nothing of the name that was asked for. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether the starter has read what it was sent, and objects to it; the text has a line for each objection. */
    public boolean isObjection() {
        return status == 422;
    }

    /** What the command ends with. */
    public int exitCode() {
        return exitCode;
    }
}
