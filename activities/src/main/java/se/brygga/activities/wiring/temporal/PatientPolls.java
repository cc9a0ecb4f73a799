package se.brygga.activities.wiring.temporal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/**
 * Makes a worker's polls wait for the connection while Temporal is away. After failed polls the SDK pauses for up to a
 * minute, which cannot be set. So orders waited for up to a minute after each outage. A poll that waits is sent as soon
 * as the connection is back.
 */
final class PatientPolls implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return next.newCall(method, isPoll(method) ? options.withWaitForReady() : options);
    }

    /** Whether a call is a poll: {@code PollWorkflowTaskQueue} and the like. */
    private static boolean isPoll(MethodDescriptor<?, ?> method) {
        String name = String.valueOf(method.getBareMethodName());
        return name.startsWith("Poll") && name.endsWith("TaskQueue");
    }
}
