package se.brygga.starter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import se.brygga.activities.wiring.BooksConfiguration;
import se.brygga.activities.wiring.TemporalConfiguration;
import se.brygga.activities.wiring.VaultConfiguration;

/** The app that takes web hooks and starts workflows. Any number of them may run beside each other. */
@SpringBootApplication
@EnableScheduling
@Import({TemporalConfiguration.class, VaultConfiguration.class, BooksConfiguration.class})
public class StarterApplication {

    public static void main(String[] args) {
        SpringApplication.run(StarterApplication.class, args);
    }
}
