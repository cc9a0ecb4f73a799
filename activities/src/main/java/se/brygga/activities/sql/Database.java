package se.brygga.activities.sql;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database for the books of a feature.
 *
 * @param source for books that take connections of their own
 * @param time the clock whose times go into the rows
 */
public record Database(DataSource source, JdbcClient jdbc, TransactionTemplate transactions, InstantSource time) {}
