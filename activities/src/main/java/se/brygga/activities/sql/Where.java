package se.brygga.activities.sql;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list that can be filtered. Only those that are asked for stand in the statement, so that PostgreSQL plans for just
 * these: for "{@code :tenant is null or tenant = :tenant}" it keeps one plan that suits neither.
 */
public final class Where {

    private final StringBuilder text = new StringBuilder(" where true");
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Adds a condition.
     *
     * @param condition with {@code name} as its parameter
     * @param value null: the condition is not asked for
     */
    public Where and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            values.put(name, value);
        }
        return this;
    }

    /**
     * Adds the condition that a column has this constant. The constant's word stands in the statement: rare ones have indexes of their
     * own, which PostgreSQL uses for no parameter.
     *
     * @param constant null: the condition is not asked for
     */
    public Where is(String column, @Nullable Enum<?> constant) {
        return constant == null ? this : and(column + " = '" + Sql.code(constant) + "'");
    }

    /** Gives a parameter of a condition its value. */
    public Where param(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds a condition without a parameter. */
    public Where and(String condition) {
        text.append(" and ").append(condition);
        return this;
    }

    /** What the conditions ask for, by the names of their parameters. */
    public Map<String, Object> values() {
        return values;
    }

    /** The conditions, as they stand in a statement. */
    @Override
    public String toString() {
        return text.toString();
    }
}
