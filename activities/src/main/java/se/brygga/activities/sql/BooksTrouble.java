package se.brygga.activities.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Whether a database failure passes by itself. A database that is away, busy or restarted takes the same statement later;
 * a value that no column can hold is refused for ever, and concerns the one order or row that it came with.
 */
public final class BooksTrouble {

    /** Classes of SQLSTATE: connection, rollback by lock or serialization, resources, not available, operator, system. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private BooksTrouble() {}

    /** False also for what is no failure of the database at all. */
    public static boolean passes(RuntimeException failure) {
        return switch (failure) {
            case TransactionException _ -> true;
            case TransientDataAccessException _ -> true;
            case RecoverableDataAccessException _ -> true;
            case DataAccessResourceFailureException _ -> true;
            case DataAccessException other ->
                state(other)
                        .filter(state -> state.length() >= 2 && PASSING.contains(state.substring(0, 2)))
                        .isPresent();
            default -> false;
        };
    }

    /** What PostgreSQL calls it: five characters that hold no value of anybody. */
    public static Optional<String> state(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
