package se.brygga.activities.sql;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database as a feature takes it for its books.
 *
 * @param time the clock whose times go into the rows
 */
public record Database(JdbcClient jdbc, TransactionTemplate transactions, InstantSource time) {}
