package se.brygga.worker;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import se.brygga.activities.start.StartRefused;
import se.brygga.activities.wiring.TemporalProperties;

/** A worker without Temporal can do nothing: its start ends, and whoever watches over it starts it again. */
@Component
class EngineAtStart {

    /** A server that starts beside the worker has this long to answer. */
    private static final long PATIENCE_SECONDS = 15;

    private final WorkflowServiceStubs service;
    private final TemporalProperties properties;

    EngineAtStart(WorkflowServiceStubs service, TemporalProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    /** @throws StartRefused Temporal does not answer, does not let us in, or has no such namespace */
    void require() {
        try {
            service.blockingStub()
                    .withWaitForReady()
                    .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(properties.namespace())
                            .build());
        } catch (StatusRuntimeException e) {
            Status.Code code = e.getStatus().getCode();
            switch (code) {
                case UNAVAILABLE, DEADLINE_EXCEEDED ->
                    throw refused(
                            "does not answer within " + PATIENCE_SECONDS + " s: start it, or mend TEMPORAL_ADDRESS");
                case NOT_FOUND -> throw refused("has no such namespace: make it, or mend TEMPORAL_NAMESPACE");
                case UNAUTHENTICATED, PERMISSION_DENIED ->
                    throw refused("does not let us in (" + code + "): mend TEMPORAL_API_KEY");
                default -> {
                    // It answers; what it lacks is told where it is needed.
                }
            }
        }
    }

    private StartRefused refused(String why) {
        return new StartRefused(properties + " " + why);
    }
}
