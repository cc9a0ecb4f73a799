package se.brygga.activities.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One embedded PostgreSQL for all tests of this JVM; each test begins with empty tables. */
public final class TestDatabase {

    private static final HikariDataSource SOURCE = start();

    private TestDatabase() {}

    private static HikariDataSource start() {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            HikariDataSource source = new HikariDataSource();
            source.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
            source.setMaximumPoolSize(30);
            Flyway.configure().dataSource(source).load().migrate();
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database, with every table empty. */
    public static DataSource empty() {
        JdbcClient jdbc = JdbcClient.create(SOURCE);
        String tables = String.join(
                ", ",
                jdbc.sql(
                                "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'")
                        .query(String.class)
                        .list());
        jdbc.sql("truncate " + tables).update();
        return SOURCE;
    }

    /** The database as it is. */
    public static DataSource source() {
        return SOURCE;
    }

    /** Transactions on {@link #empty()}. */
    public static TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(SOURCE));
    }
}
