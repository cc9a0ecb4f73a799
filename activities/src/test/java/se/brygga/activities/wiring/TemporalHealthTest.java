package se.brygga.activities.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

@Timeout(60)
class TemporalHealthTest {

    @Test
    void isUpWhileTemporalAnswersAndDownAfterwards() throws Exception {
        int port = freePort();
        TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port, false);
        WorkflowServiceStubs service = stubs(port);
        try {
            TemporalHealth health = new TemporalHealth(service);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            server.close();

            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        } finally {
            service.shutdownNow();
        }
    }

    /** The socket takes the connection, and nobody ever says a word. */
    @Test
    void isDownWhenTemporalIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            WorkflowServiceStubs service = stubs(silent.getLocalPort());
            try {
                Health health = new TemporalHealth(service).health();

                assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                assertThat(health.getDetails())
                        .containsEntry("target", "127.0.0.1:" + silent.getLocalPort())
                        .containsEntry("answer", "DEADLINE_EXCEEDED");
            } finally {
                service.shutdownNow();
            }
        }
    }

    private static WorkflowServiceStubs stubs(int port) {
        return WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + port)
                .build());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
