package se.brygga.activities.start;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RefusalTexts;
import se.brygga.workflows.refusal.RequestRefused;

/** Words a failed start for the person at the screen, in one line. */
public final class FailedStart {

    /** Classes of SQLSTATE: no connection, no connection left, starting or stopping. */
    private static final Set<String> PASSING_STATES = Set.of("08", "53", "57");

    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    private FailedStart() {}

    /** The whole line about a program that did not start. */
    static String inWords(String program, Throwable failure) {
        return RefusalTexts.in(language()).text(Reason.NOT_STARTED.of(program, inWords(failure)));
    }

    /** The reason in one line, from the first of the failure's causes that has words of its own. */
    public static String inWords(Throwable failure) {
        return inWords(failure, language());
    }

    /** The same for a program that speaks one language only. */
    public static String inWords(Throwable failure, Locale language) {
        RefusalTexts texts = RefusalTexts.in(language);
        return causes(failure)
                .flatMap(cause -> known(cause, texts).stream())
                .findFirst()
                .map(texts::text)
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

    /** As the command line has it: Swedish, unless BRYGGA_LANG says English. */
    private static Locale language() {
        return ENGLISH.equals(System.getenv("BRYGGA_LANG")) ? Locale.ENGLISH : Locale.of("sv");
    }

    private static Optional<Refusal> known(Throwable cause, RefusalTexts texts) {
        return switch (cause) {
            case RequestRefused refused -> Optional.of(refused.refusal());
            case PortInUseException taken -> Optional.of(Reason.PORT_TAKEN.of(taken.getPort()));
            case SQLException database when !hasDatabaseCause(database) -> Optional.of(database(database));
            case BindException setting -> Optional.of(setting(setting, texts));
            case OutOfMemoryError memory -> Optional.of(Reason.MEMORY_OUT.of(memory.getMessage()));
            default -> Optional.empty();
        };
    }

    private static Refusal setting(BindException setting, RefusalTexts texts) {
        Throwable root = root(setting);
        String why = root instanceof RequestRefused refused ? texts.text(refused.refusal()) : unknown(root);
        return Reason.SETTING_WRONG.of(setting.getName(), why);
    }

    /** Whether another exception has the reason: a pool wraps the database's own exception. */
    private static boolean hasDatabaseCause(SQLException e) {
        return causes(e).skip(1).anyMatch(SQLException.class::isInstance);
    }

    private static Refusal database(SQLException e) {
        Reason why = switch (stateClass(e)) {
            case "08" -> Reason.DATABASE_NOT_THERE;
            case "28" -> Reason.DATABASE_LOGIN;
            case "3D" -> Reason.DATABASE_MISSING;
            case "53" -> Reason.DATABASE_FULL;
            case "57" -> Reason.DATABASE_PASSING;
            default -> Reason.DATABASE_REFUSES;
        };
        return why.of(e.getMessage());
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
