package se.brygga.activities.wiring.temporal;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection to Temporal, with its metrics in Micrometer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TemporalProperties.class)
public class TemporalConfiguration {

    /**
     * The longest pause before a reconnect, and so the delay after an outage. An attempt to connect costs next to
     * nothing.
     */
    private static final Duration LONGEST_RECONNECT = Duration.ofSeconds(3);

    @Bean
    MeterFilter temporalMeters() {
        return new TemporalMeters();
    }

    /** The metrics of the SDK. A bean, because its reporting thread keeps the process alive until it is closed. */
    @Bean(destroyMethod = "close")
    Scope temporalMetrics(MeterRegistry meters) {
        return new RootScopeBuilder()
                .reporter(new MicrometerClientStatsReporter(meters))
                .reportEvery(com.uber.m3.util.Duration.ofSeconds(10));
    }

    @Bean(destroyMethod = "shutdown")
    WorkflowServiceStubs temporalService(TemporalProperties properties, Scope metrics) {
        WorkflowServiceStubsOptions.Builder options = WorkflowServiceStubsOptions.newBuilder()
                .setTarget(properties.target())
                .setGrpcClientInterceptors(List.of(new PatientPolls()))
                .setConnectionBackoffResetFrequency(LONGEST_RECONNECT)
                // Our messages are hundreds of bytes. Compression would save little, and cost both ends time.
                .setGrpcCompression(GrpcCompression.NONE)
                .setMetricsScope(metrics);
        String apiKey = properties.apiKey();
        if (apiKey != null && !apiKey.isBlank()) {
            options.addApiKey(() -> apiKey).setEnableHttps(true);
        }
        return WorkflowServiceStubs.newServiceStubs(options.build());
    }

    /** Shares the connection. Its calls need the API key as well. */
    @Bean(destroyMethod = "shutdown")
    OperatorServiceStubs temporalOperator(WorkflowServiceStubs service, TemporalProperties properties) {
        OperatorServiceStubsOptions.Builder options =
                OperatorServiceStubsOptions.newBuilder().setChannel(service.getRawChannel());
        String apiKey = properties.apiKey();
        if (apiKey != null && !apiKey.isBlank()) {
            options.addApiKey(() -> apiKey);
        }
        return OperatorServiceStubs.newServiceStubs(options.validateAndBuildWithDefaults());
    }

    @Bean
    TemporalCheck temporalCheck(
            WorkflowServiceStubs service, OperatorServiceStubs operator, TemporalProperties properties) {
        return new TemporalCheck(service, operator, properties);
    }

    /** The health of Temporal, under {@code temporal} in {@code /actuator/health}. */
    @Bean
    TemporalHealth temporalHealthIndicator(TemporalCheck temporal) {
        return new TemporalHealth(temporal);
    }

    @Bean
    WorkflowClient temporalClient(WorkflowServiceStubs service, TemporalProperties properties) {
        return WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(properties.namespace())
                        .build());
    }
}
