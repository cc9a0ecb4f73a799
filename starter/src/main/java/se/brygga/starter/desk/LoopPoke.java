package se.brygga.starter.desk;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Makes a loop look at once at what the books say. If the poke is lost, the loop finds it there when it looks next.
 */
@Component
public class LoopPoke {

    private final WorkflowClient temporal;

    LoopPoke(WorkflowClient temporal) {
        this.temporal = temporal;
    }

    /** Pokes a loop. Does nothing while Temporal is away, or while the loop does not run. */
    public void poke(String workflowId) {
        try {
            Patience.within(
                    Engine.WORKER_ANSWERS_WITHIN,
                    () -> temporal.newUntypedWorkflowStub(workflowId).signal("poke"));
        } catch (TimeoutException
                | StatusRuntimeException
                | WorkflowNotFoundException
                | WorkflowServiceException notPoked) {
            // Said above. A loop that begins looks by itself.
        }
    }
}
