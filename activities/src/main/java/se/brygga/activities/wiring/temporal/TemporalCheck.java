package se.brygga.activities.wiring.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/** Checks whether Temporal can start our workflows: it answers, has our namespace, and knows our search attributes. */
public final class TemporalCheck {

    /** What keeps Temporal from starting anything. */
    public enum Kind {
        AWAY,
        NOT_LET_IN,
        NO_NAMESPACE,
        NO_SEARCH_ATTRIBUTES
    }

    /** @param refusal for the operator, with the remedy */
    public record Trouble(Kind kind, Refusal refusal) {}

    private final WorkflowServiceStubs service;
    private final OperatorServiceStubs operator;
    private final TemporalProperties properties;

    TemporalCheck(WorkflowServiceStubs service, OperatorServiceStubs operator, TemporalProperties properties) {
        this.service = service;
        this.operator = operator;
        this.properties = properties;
    }

    /**
     * What keeps Temporal from starting our workflows now; empty when nothing does.
     *
     * @param patience time limit for each of two small calls
     */
    public Optional<Trouble> trouble(Duration patience) {
        try {
            service.blockingStub()
                    .withWaitForReady()
                    .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(properties.namespace())
                            .build());
            List<String> missing = missingSearchAttributes(patience);
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Trouble(
                            Kind.NO_SEARCH_ATTRIBUTES,
                            Reason.TEMPORAL_NO_SEARCH_ATTRIBUTES.of(
                                    properties.target(), properties.namespace(), missing)));
        } catch (StatusRuntimeException e) {
            return trouble(e.getStatus().getCode());
        }
    }

    private Optional<Trouble> trouble(Status.Code answer) {
        return Optional.of(
                switch (answer) {
                    case NOT_FOUND ->
                        new Trouble(
                                Kind.NO_NAMESPACE,
                                Reason.TEMPORAL_NO_NAMESPACE.of(properties.target(), properties.namespace()));
                    case UNAUTHENTICATED, PERMISSION_DENIED ->
                        new Trouble(
                                Kind.NOT_LET_IN,
                                Reason.TEMPORAL_NOT_LET_IN.of(properties.target(), properties.namespace(), answer));
                    default ->
                        new Trouble(
                                Kind.AWAY,
                                Reason.TEMPORAL_AWAY.of(properties.target(), properties.namespace(), answer));
                });
    }

    /**
     * Our search attributes that the namespace does not know. Empty where the server does not tell, because a key of
     * Temporal Cloud may lack the right to ask.
     *
     * @throws StatusRuntimeException Temporal does not answer, or has no such namespace
     */
    public List<String> missingSearchAttributes(Duration patience) {
        try {
            Set<String> known = operator.blockingStub()
                    .withWaitForReady()
                    .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                            .setNamespace(properties.namespace())
                            .build())
                    .getCustomAttributesMap()
                    .keySet();
            return SearchKeys.ALL.stream()
                    .map(key -> key.getName())
                    .filter(name -> !known.contains(name))
                    .toList();
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case UNIMPLEMENTED, UNAUTHENTICATED, PERMISSION_DENIED -> List.of();
                default -> throw e;
            };
        }
    }

    /**
     * Registers some of our search attributes with the namespace.
     *
     * @throws StatusRuntimeException they are registered already, or Temporal does not answer, or does not let us
     */
    public void registerSearchAttributes(List<String> names, Duration patience) {
        AddSearchAttributesRequest.Builder request =
                AddSearchAttributesRequest.newBuilder().setNamespace(properties.namespace());
        names.forEach(name -> request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        operator.blockingStub()
                .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                .addSearchAttributes(request.build());
    }
}
