package se.brygga.activities.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.metrics.BooksMetrics;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;

/**
 * The numbers of the books as meters. Every worker and every starter publishes them, so that any one that runs tells
 * them. An alert takes the maximum over all apps.
 */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    /** The time limit of a reading. A slower database is no better than one that is away. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(20);

    @Bean(initMethod = "start", destroyMethod = "close")
    BooksMetrics booksMetrics(
            Database database,
            BooksMetrics.Standstill standstill,
            SetupStore setups,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setTimeout((int) READ_WITHIN.toSeconds());
        return new BooksMetrics(database, standstill, setups, reading, meters);
    }

    @Bean
    BooksMetrics.Standstill standstill(OutageBook outages, LoopBook loops, SleepBook pushes, IntakeBook marks) {
        return new BooksMetrics.Standstill(outages, loops, pushes, marks);
    }
}
