package se.brygga.worker;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import se.brygga.activities.start.Launch;
import se.brygga.activities.start.SchemaDuty;
import se.brygga.activities.wiring.BooksConfiguration;
import se.brygga.activities.wiring.ClientsConfiguration;
import se.brygga.activities.wiring.MetricsConfiguration;
import se.brygga.activities.wiring.StandstillHealth;
import se.brygga.activities.wiring.TemporalConfiguration;
import se.brygga.activities.wiring.VaultConfiguration;

/** The app that hosts the workers. Any number of them may run beside each other. */
@SpringBootApplication
@EnableScheduling
@Import({
    TemporalConfiguration.class,
    VaultConfiguration.class,
    BooksConfiguration.class,
    ClientsConfiguration.class,
    StandstillHealth.class,
    MetricsConfiguration.class
})
public class WorkerApplication {

    public static void main(String[] args) {
        Launch.app("worker", application(), args);
    }

    @Bean
    SchemaDuty schemaDuty() {
        return SchemaDuty.MIGRATE;
    }

    /** The app with its own configuration file, {@code brygga-worker.yaml}; also for running both apps in one process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(WorkerApplication.class).properties("spring.config.name=brygga-worker");
    }
}
