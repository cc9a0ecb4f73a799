package se.brygga.worker;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import se.brygga.activities.start.Launch;
import se.brygga.activities.start.Schema.SchemaDuty;
import se.brygga.activities.wiring.ClientsConfiguration;
import se.brygga.activities.wiring.FoundationConfiguration;
import se.brygga.activities.wiring.ObservationConfiguration;

/** The app that hosts the workers. Any number of them may run side by side. */
@SpringBootApplication
@EnableScheduling
@Import({FoundationConfiguration.class, ClientsConfiguration.class, ObservationConfiguration.class})
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
