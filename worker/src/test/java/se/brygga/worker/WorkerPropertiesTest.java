package se.brygga.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** What a worker's settings are unless told otherwise, and what they must not be. */
class WorkerPropertiesTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WorkerProperties.class)
    static class Settings {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void keepsRecordsForThirtyDays() {
        context.run(
                started -> assertThat(started.getBean(WorkerProperties.class).keepRecordsFor())
                        .isEqualTo(Duration.ofDays(30)));
    }

    @Test
    void keepsRecordsAsLongAsItIsTold() {
        context.withPropertyValues("brygga.worker.keep-records-for=90d")
                .run(started -> assertThat(
                                started.getBean(WorkerProperties.class).keepRecordsFor())
                        .isEqualTo(Duration.ofDays(90)));
    }

    @Test
    void refusesToKeepRecordsForLessThanADay() {
        context.withPropertyValues("brygga.worker.keep-records-for=1h")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("keep-records-for must be at least 1d"));
    }
}
