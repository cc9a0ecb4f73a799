package se.brygga.activities.wiring.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.health.contributor.Status.DOWN;
import static org.springframework.boot.health.contributor.Status.UP;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import se.brygga.workflows.SearchKeys;

@Timeout(120)
class TemporalHealthTest {

    /** A loaded machine is slow to answer, too. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final Duration SHORT = Duration.ofSeconds(2);

    private final ScriptedTemporal temporal = new ScriptedTemporal();
    private Server server;
    private WorkflowServiceStubs service;

    @BeforeEach
    void start() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(temporal)
                .addService(temporal.operator)
                .build()
                .start();
        service = stubs(server.getPort());
    }

    @AfterEach
    void stop() {
        service.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void isUpWhileTemporalCanStartOurWorkflowsAndDownWhenItIsGone() {
        assertThat(health(LONG).getStatus()).isEqualTo(UP);

        server.shutdownNow();

        assertDown(TemporalCheck.Kind.AWAY, "TEMPORAL_ADDRESS");
    }

    /** It answers, and refuses every start. */
    @Test
    void isDownAndNamesTheSearchAttributesThatTemporalHasForgotten() {
        temporal.attributes = List.of("BryggaShop", "BryggaOrder", "BryggaCause", "BryggaSpecterNumber", "Another");

        assertDown(TemporalCheck.Kind.NO_SEARCH_ATTRIBUTES, "no search attributes BryggaTenant, BryggaState:");
    }

    @Test
    void isDownWithoutTheNamespace() {
        temporal.namespace = Status.NOT_FOUND;

        assertDown(TemporalCheck.Kind.NO_NAMESPACE, "TEMPORAL_NAMESPACE");
    }

    @Test
    void isDownWhenTemporalDoesNotLetUsIn() {
        temporal.namespace = Status.PERMISSION_DENIED;

        assertDown(TemporalCheck.Kind.NOT_LET_IN, "TEMPORAL_API_KEY");
    }

    /** A key of Temporal Cloud may start workflows and not ask for this. */
    @Test
    void isUpWhereTemporalDoesNotTellItsSearchAttributes() {
        temporal.list = Status.PERMISSION_DENIED;

        assertThat(health(LONG).getStatus()).isEqualTo(UP);
    }

    /** The socket takes the connection, and nobody ever says a word. */
    @Test
    void isDownWhenTemporalIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            service.shutdownNow();
            service = stubs(silent.getLocalPort());

            assertDown(TemporalCheck.Kind.AWAY, "DEADLINE_EXCEEDED");
        }
    }

    private void assertDown(TemporalCheck.Kind kind, String why) {
        Health health = health(kind == TemporalCheck.Kind.AWAY ? SHORT : LONG);
        assertThat(health.getStatus()).isEqualTo(DOWN);
        assertThat(health.getDetails()).containsEntry("kind", kind);
        assertThat(String.valueOf(health.getDetails().get("why"))).contains("127.0.0.1:", "namespace default", why);
    }

    private Health health(Duration patience) {
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(service.getRawChannel())
                .validateAndBuildWithDefaults());
        String target = service.getOptions().getTarget();
        TemporalCheck check = new TemporalCheck(service, operator, new TemporalProperties(target, "default", null));
        return new TemporalHealth(check, patience).health();
    }

    private static WorkflowServiceStubs stubs(int port) {
        return WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + port)
                .build());
    }

    /** What the two calls are answered. */
    private static final class ScriptedTemporal extends WorkflowServiceGrpc.WorkflowServiceImplBase {

        private Status namespace = Status.OK;
        private Status list = Status.OK;
        private List<String> attributes =
                SearchKeys.ALL.stream().map(key -> key.getName()).toList();

        private final OperatorServiceGrpc.OperatorServiceImplBase operator =
                new OperatorServiceGrpc.OperatorServiceImplBase() {
                    @Override
                    public void listSearchAttributes(
                            ListSearchAttributesRequest request, StreamObserver<ListSearchAttributesResponse> to) {
                        ListSearchAttributesResponse.Builder known = ListSearchAttributesResponse.newBuilder();
                        attributes.forEach(
                                name -> known.putCustomAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
                        answer(to, list, known.build());
                    }
                };

        /** What the client asks first of all. */
        @Override
        public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> to) {
            answer(to, Status.OK, GetSystemInfoResponse.getDefaultInstance());
        }

        @Override
        public void describeNamespace(DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> to) {
            answer(to, namespace, DescribeNamespaceResponse.getDefaultInstance());
        }

        private static <T> void answer(StreamObserver<T> to, Status status, T value) {
            if (status.isOk()) {
                to.onNext(value);
                to.onCompleted();
            } else {
                to.onError(status.asRuntimeException());
            }
        }
    }
}
