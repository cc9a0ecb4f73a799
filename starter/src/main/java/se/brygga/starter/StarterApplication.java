package se.brygga.starter;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import se.brygga.activities.start.Launch;
import se.brygga.activities.start.Schema.SchemaDuty;
import se.brygga.activities.wiring.FoundationConfiguration;
import se.brygga.activities.wiring.ObservationConfiguration;
import se.brygga.starter.cli.Brygga;
import se.brygga.starter.desk.door.DeskApplication;
import se.brygga.starter.desk.door.DeskConfiguration;
import se.brygga.starter.doors.DoorsConfiguration;

/**
 * The app that takes web hooks and triggers, starts workflows and answers the API. It also runs the commands that need
 * the database. Any number of starters may run side by side.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = {"se.brygga.starter.webhook", "se.brygga.starter.trigger", "se.brygga.starter.api"})
@EnableScheduling
@Import({
    DoorsConfiguration.class,
    DeskConfiguration.class,
    FoundationConfiguration.class,
    ObservationConfiguration.class
})
public class StarterApplication {

    public static void main(String[] args) {
        if (Brygga.isCommand(args)) {
            Brygga.guardTerminal();
            Launch.program(() -> command(args));
        }
        Launch.app("starter", application(), args);
    }

    /** Runs one command of an operator and returns its exit code. */
    public static int command(String... args) {
        try (DeskApplication desk = new DeskApplication()) {
            return Brygga.run(desk, args);
        }
    }

    @Bean
    SchemaDuty schemaDuty() {
        return SchemaDuty.MIGRATE;
    }

    /** The app with its own configuration file, {@code brygga-starter.yaml}; also for running both apps in one process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(StarterApplication.class).properties("spring.config.name=brygga-starter");
    }
}
