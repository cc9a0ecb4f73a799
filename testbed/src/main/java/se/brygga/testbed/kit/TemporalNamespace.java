package se.brygga.testbed.kit;

import com.google.protobuf.util.Durations;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.function.Consumer;
import se.brygga.workflows.SearchKeys;

/** The namespace that a fresh server lacks. */
final class TemporalNamespace {

    private static final String NAME = "default";
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private TemporalNamespace() {}

    /**
     * Waits for the server and makes the namespace, with our search attributes.
     *
     * @throws RuntimeException the server does not answer, or refuses
     */
    static void make(String address) {
        make(address, TemporalNamespace::addSearchAttributes);
    }

    /** As {@link #make}, without search attributes: as somebody makes it anew on a server that has lost its data. */
    static void makeBare(String address) {
        make(address, stubs -> {});
    }

    private static void make(String address, Consumer<WorkflowServiceStubs> more) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        try {
            stubs.connect(STARTS_WITHIN);
            register(stubs);
            more.accept(stubs);
        } finally {
            stubs.shutdownNow();
        }
    }

    private static void register(WorkflowServiceStubs stubs) {
        try {
            stubs.blockingStub()
                    .registerNamespace(RegisterNamespaceRequest.newBuilder()
                            .setNamespace(NAME)
                            .setWorkflowExecutionRetentionPeriod(Durations.fromDays(1))
                            .build());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw e;
            }
        }
    }

    private static void addSearchAttributes(WorkflowServiceStubs stubs) {
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(stubs.getRawChannel())
                .validateAndBuildWithDefaults());
        AddSearchAttributesRequest.Builder request =
                AddSearchAttributesRequest.newBuilder().setNamespace(NAME);
        SearchKeys.ALL.forEach(
                key -> request.putSearchAttributes(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        operator.blockingStub().addSearchAttributes(request.build());
    }
}
