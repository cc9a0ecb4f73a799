package se.brygga.starter.desk.door;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import se.brygga.activities.start.FailedStart;
import se.brygga.activities.start.Schema.SchemaDuty;
import se.brygga.activities.wiring.FoundationConfiguration;

/**
 * The desk as a short-lived application without a web server. The application starts at the first call, and at most
 * once.
 */
public final class DeskApplication implements DeskDoor, AutoCloseable {

    /** Connections to the database. Few are enough, because a command does one thing at a time. */
    private static final String CONNECTIONS = "2";

    /**
     * Everything that the desk needs. Without a stereotype, so that no app that scans the desk registers this class.
     */
    @EnableAutoConfiguration
    @Import({FoundationConfiguration.class, DeskConfiguration.class})
    static class Parts {

        @Bean
        SchemaDuty schemaDuty() {
            return SchemaDuty.CHECK;
        }
    }

    private @Nullable ConfigurableApplicationContext context;

    @Override
    public <D> D part(Class<D> part) {
        ConfigurableApplicationContext running = context;
        if (running == null) {
            try {
                running = application().run();
            } catch (RuntimeException e) {
                throw new DeskClosed(FailedStart.inWords(e), e);
            }
            context = running;
        }
        return running.getBean(part);
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.config.name",
                        "brygga-starter",
                        "logging.level.root",
                        "OFF",
                        "brygga.connections",
                        CONNECTIONS,
                        "brygga.connections-idle",
                        "0"));
    }

    /** A refusal of the desk keeps its lines. A failure of the database becomes one line. */
    @Override
    public String inWords(Throwable failure) {
        return failure instanceof DataAccessException
                ? FailedStart.inWords(failure)
                : String.valueOf(failure.getMessage());
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
