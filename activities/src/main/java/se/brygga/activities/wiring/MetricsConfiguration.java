package se.brygga.activities.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.metrics.BooksMetrics;
import se.brygga.activities.metrics.BooksReader;
import se.brygga.activities.metrics.CountBook;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.setup.kept.SetupStore;

/**
 * What the books say, as meters, in every worker and every starter alike: whoever is left tells it. An alert takes the maximum over
 * all of them.
 */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    /** A database that is slower than this is no better than one that is away. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(20);

    @Bean(initMethod = "start", destroyMethod = "close")
    BooksMetrics booksMetrics(
            BooksReader books, PlatformTransactionManager transactions, MeterRegistry meters, InstantSource time) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setTimeout((int) READ_WITHIN.toSeconds());
        return new BooksMetrics(books, reading, meters, time);
    }

    @Bean
    BooksReader booksReader(
            JdbcClient jdbc,
            OutageBook outages,
            LoopBook loops,
            SleepBook pushes,
            IntakeBook marks,
            SetupStore setups,
            InstantSource time) {
        return new BooksReader(
                new CountBook(jdbc), new BooksReader.Standstill(outages, loops, pushes, marks), setups, time);
    }
}
