package se.brygga.activities.sql;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list that can be filtered. A statement has only the conditions that are asked for, so that
 * PostgreSQL plans for exactly these. For "{@code :tenant is null or tenant = :tenant}" PostgreSQL keeps one plan,
 * which suits neither case.
 */
public final class Where {

    private final StringBuilder text = new StringBuilder(" where true");
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Adds a condition.
     *
     * @param condition with {@code name} as its parameter
     * @param value null leaves the condition out
     */
    public Where and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            values.put(name, value);
        }
        return this;
    }

    /**
     * Adds the condition that a column has this constant. The constant's word is a literal, because PostgreSQL uses the
     * indexes of rare words for no parameter.
     *
     * @param constant null leaves the condition out
     */
    public Where is(String column, @Nullable Enum<?> constant) {
        return constant == null ? this : and(column + " = '" + Sql.code(constant) + "'");
    }

    /** Sets the value of a condition's parameter. */
    public Where param(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds a condition without a parameter. */
    public Where and(String condition) {
        text.append(" and ").append(condition);
        return this;
    }

    /** The values of all parameters, by their names. */
    public Map<String, Object> values() {
        return values;
    }

    /** The conditions as SQL. */
    @Override
    public String toString() {
        return text.toString();
    }
}
