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
 * Tells whether a database failure passes by itself. A database that is away, busy or restarted takes the same
 * statement later. A value that no column can hold is refused for ever, and concerns only the order or row with this
 * value.
 */
public final class BooksTrouble {

    /** Classes of SQLSTATE: connection, rollback by lock or serialization, resources, not available, operator, system. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private BooksTrouble() {}

    /** Whether the failure passes. False also for anything that is no failure of the database. */
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

    /** PostgreSQL's code of the failure: five characters, which hold nobody's values. */
    public static Optional<String> state(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
