package se.brygga.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import se.brygga.activities.wiring.BooksConfiguration;
import se.brygga.activities.wiring.ClientsConfiguration;
import se.brygga.activities.wiring.TemporalConfiguration;
import se.brygga.activities.wiring.VaultConfiguration;

/** The app that hosts the workers. Any number of them may run beside each other. */
@SpringBootApplication
@EnableScheduling
@Import({TemporalConfiguration.class, VaultConfiguration.class, BooksConfiguration.class, ClientsConfiguration.class})
public class WorkerApplication {

    public static void main(String[] args) {
        SpringApplication.run(WorkerApplication.class, args);
    }
}
