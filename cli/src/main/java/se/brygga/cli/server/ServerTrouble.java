package se.brygga.cli.server;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;

/** The starter does not answer, or refused the request. The text says why and what to do. */
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

    /** The starter cannot be asked until something on this machine is mended. */
    static ServerTrouble refused(Line line, @Nullable Object... values) {
        return new ServerTrouble(lines -> lines.say(line, values), NOT_DONE, 0);
    }

    /** The starter did not answer, or could not. The same command may help later. */
    public static ServerTrouble away(Line line, @Nullable Object... values) {
        return new ServerTrouble(lines -> lines.say(line, values), NO_ANSWER, 0);
    }

    /**
     * The starter refused.
     *
     * @param detail the starter's own words; null where it has none
     */
    static ServerTrouble answered(int status, @Nullable String detail, boolean later) {
        return new ServerTrouble(
                lines -> detail == null ? lines.say(Line.SERVER_STATUS, status) : detail,
                later ? NO_ANSWER : NOT_DONE,
                later ? 0 : status);
    }

    /** Why the request failed, and what to do. */
    public String text(Lines lines) {
        return text.apply(lines);
    }

    /** Whether the starter does not know the name in the request. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether the starter read the request and objects to it. The text has a line for each objection. */
    public boolean isObjection() {
        return status == 422;
    }

    /** The command's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
