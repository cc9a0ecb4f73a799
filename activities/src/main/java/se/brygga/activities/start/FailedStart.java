package se.brygga.activities.start;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.clients.remote.RemoteFailure;

/** Words a failed start for the person at the screen, in one line. */
public final class FailedStart {

    /** Classes of SQLSTATE: no connection, no connection left, starting or stopping. */
    private static final Set<String> PASSING_STATES = Set.of("08", "53", "57");

    private FailedStart() {}

    /** The reason in one line, from the first of the failure's causes that has words of its own. */
    public static String inWords(Throwable failure) {
        return causes(failure)
                .flatMap(FailedStart::known)
                .findFirst()
                .orElseGet(() -> unknown(root(failure)))
                .replaceAll("(?i)(password=)[^&\\s]*", "$1***")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Whether another try in some seconds may succeed by itself, because something starts or is busy. */
    public static boolean mayPass(Throwable failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case StartRefused.NotYet _ -> true;
            case RemoteFailure remote -> remote.kind().passes();
            case SQLException database
            when !hasDatabaseCause(database) -> PASSING_STATES.contains(stateClass(database));
            default -> false;
        });
    }

    private static Stream<String> known(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> Stream.of(String.valueOf(refused.getMessage()));
            case PortInUseException taken ->
                Stream.of(
                        "port " + taken.getPort() + " is taken: stop what uses it, or choose another with SERVER_PORT");
            case SQLException database when !hasDatabaseCause(database) -> Stream.of(database(database));
            case BindException setting -> Stream.of(setting.getName() + ": " + unknown(root(setting)));
            case OutOfMemoryError memory ->
                Stream.of("out of memory (" + memory.getMessage() + "): give it more (BRYGGA_HEAP, -Xmx)");
            default -> Stream.empty();
        };
    }

    /** Whether another exception has the reason: a pool wraps the database's own exception. */
    private static boolean hasDatabaseCause(SQLException e) {
        return causes(e).skip(1).anyMatch(SQLException.class::isInstance);
    }

    private static String database(SQLException e) {
        String remedy = switch (stateClass(e)) {
            case "08" -> "start it, or mend BRYGGA_DB_URL";
            case "28" -> "mend BRYGGA_DB_USER and BRYGGA_DB_PASSWORD";
            case "3D" -> "make that database, or mend BRYGGA_DB_URL";
            case "53" -> "end something that uses it, or raise max_connections; see docs/running.md";
            case "57" -> "it starts or stops just now: try again";
            default -> "see docs/running.md";
        };
        return "the database does not let us in (" + e.getMessage() + "): " + remedy;
    }

    private static String stateClass(SQLException e) {
        String state = e.getSQLState() == null ? "08000" : e.getSQLState();
        return state.substring(0, Math.min(2, state.length()));
    }

    private static String unknown(Throwable root) {
        // A file's exception often has its path as its only message.
        return root.getMessage() == null || root instanceof FileSystemException ? root.toString() : root.getMessage();
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, cause -> cause.getCause());
    }
}
