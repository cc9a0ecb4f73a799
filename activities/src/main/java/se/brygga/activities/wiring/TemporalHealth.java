package se.brygga.activities.wiring;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether Temporal answers: one small call that reads nothing, and gives up soon. */
final class TemporalHealth implements HealthIndicator {

    /** Whoever asks for our health has a time limit, too, often of some seconds. */
    private static final long SECONDS = 2;

    private final WorkflowServiceStubs service;

    TemporalHealth(WorkflowServiceStubs service) {
        this.service = service;
    }

    @Override
    public Health health() {
        try {
            String version = service.blockingStub()
                    .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                    .getServerVersion();
            return Health.up().withDetail("server", version).build();
        } catch (StatusRuntimeException e) {
            return Health.down()
                    .withDetail("target", service.getOptions().getTarget())
                    .withDetail("answer", e.getStatus().getCode().name())
                    .build();
        }
    }
}
