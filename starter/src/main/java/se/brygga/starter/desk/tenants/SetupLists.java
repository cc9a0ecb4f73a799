package se.brygga.starter.desk.tenants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of set-ups as their owners wrote them, with masked secrets. Those of removed tenants are kept too. */
@Component
final class SetupLists {

    private static final String COLUMNS = "select tenant, version, applied_at, applied_by, file from tenant_setup";

    private static final String ALL = COLUMNS + " where tenant = :tenant order by version desc";

    private static final String NEWEST = ALL + " limit 1";

    private static final String ONE = COLUMNS + " where tenant = :tenant and version = :version";

    /**
     * One version.
     *
     * @param by login of the operator
     * @param file without secrets
     */
    record Kept(String tenant, int version, Instant at, String by, String file) {}

    private final JdbcClient jdbc;

    SetupLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions of a tenant, the newest first. */
    List<Kept> versions(String tenant) {
        return jdbc.sql(ALL).param("tenant", tenant).query(SetupLists::read).list();
    }

    /** The version in force. */
    Optional<Kept> newest(String tenant) {
        return jdbc.sql(NEWEST).param("tenant", tenant).query(SetupLists::read).optional();
    }

    /** One of {@link #versions}. */
    Optional<Kept> find(String tenant, int version) {
        return jdbc.sql(ONE)
                .param("tenant", tenant)
                .param("version", version)
                .query(SetupLists::read)
                .optional();
    }

    private static Kept read(ResultSet rs, int row) throws SQLException {
        return new Kept(
                rs.getString("tenant"),
                rs.getInt("version"),
                rs.getTimestamp("applied_at").toInstant(),
                rs.getString("applied_by"),
                rs.getString("file"));
    }
}
