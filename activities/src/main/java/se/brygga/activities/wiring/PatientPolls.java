package se.brygga.activities.wiring;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/**
 * Lets a worker's polls wait for the connection while Temporal is away. Polls that fail are followed by pauses of the SDK that grow
 * to a minute and cannot be set, so orders waited for up to a minute after each outage. A poll that waits is sent as soon as the
 * connection is there.
 */
final class PatientPolls implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return next.newCall(method, isPoll(method) ? options.withWaitForReady() : options);
    }

    /** {@code PollWorkflowTaskQueue} and the like. */
    private static boolean isPoll(MethodDescriptor<?, ?> method) {
        String name = String.valueOf(method.getBareMethodName());
        return name.startsWith("Poll") && name.endsWith("TaskQueue");
    }
}
