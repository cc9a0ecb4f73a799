package se.brygga.activities.wiring.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientPollsTest {

    private final Set<String> waiting = new TreeSet<>();

    @Test
    void nothingButThePollsOfTaskQueuesWaitsForTheConnection() {
        WorkflowServiceGrpc.getServiceDescriptor().getMethods().forEach(this::call);

        assertThat(waiting).containsExactly("PollActivityTaskQueue", "PollNexusTaskQueue", "PollWorkflowTaskQueue");
    }

    private <Q, A> void call(MethodDescriptor<Q, A> method) {
        new PatientPolls().interceptCall(method, CallOptions.DEFAULT, new Noting());
    }

    /** Notes which calls wait, and makes none. */
    private final class Noting extends Channel {

        @Override
        @SuppressWarnings("NullAway") // nobody uses the call
        public <Q, A> @Nullable ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
            if (options.isWaitForReady()) {
                waiting.add(String.valueOf(method.getBareMethodName()));
            }
            return null;
        }

        @Override
        public String authority() {
            return "temporal.example";
        }
    }
}
