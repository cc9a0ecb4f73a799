package se.brygga.activities.wiring;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.setup.kept.SetupStore;

/**
 * What stands still, as the books know it, under its own name in {@code /actuator/health}. This includes what the
 * process itself cannot see.
 */
@Configuration(proxyBeanMethods = false)
class StandstillHealth {

    /** Loops that did not look at the time that they named. */
    @Bean
    HealthIndicator loopsHealthIndicator(LoopBook loops, SetupStore setups) {
        return () -> {
            List<LoopBook.Look> late = loops.late(setups.allServed());
            return late.isEmpty()
                    ? Health.up().build()
                    : Health.down()
                            .withDetail("late", late.size())
                            .withDetail("latest", late.getFirst().workflowId())
                            .build();
        };
    }

    /** Whether a worker looks after the loops. */
    @Bean
    HealthIndicator workersHealthIndicator(LoopBook loops) {
        return () -> loops.unkeptSince()
                .map(since -> Health.down().withDetail("noneSince", since).build())
                .orElseGet(() -> Health.up().build());
    }

    /** Whether web hooks are handed on. */
    @Bean
    HealthIndicator webHooksHealthIndicator(WebHookInbox hooks) {
        return () -> hooks.overdue(null)
                .map(left -> Health.down()
                        .withDetail("waiting", left.count())
                        .withDetail("since", left.oldest())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
