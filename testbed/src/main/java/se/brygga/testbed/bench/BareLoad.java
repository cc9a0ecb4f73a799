package se.brygga.testbed.bench;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import se.brygga.workflows.CallProfiles;

/** Runs bare workflows, with a worker that is set up as Brygga's is. */
final class BareLoad implements AutoCloseable {

    private static final int STARTERS = 16;
    private static final int CALLS_AT_A_TIME = 40;

    private final WorkflowClient client;
    private final WorkerFactory factory;
    private final ExecutorService threads = Executors.newFixedThreadPool(STARTERS);
    private int round;

    BareLoad(WorkflowClient client) {
        this.client = client;
        this.factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .build());
        factory.newWorker(BareWorkflow.PROCESS).registerWorkflowImplementationTypes(BareWorkflow.Impl.class);
        for (String queue : List.of(BareWorkflow.STARWEB, BareWorkflow.SPECTER)) {
            Worker worker = factory.newWorker(
                    queue,
                    WorkerOptions.newBuilder()
                            .setMaxConcurrentActivityExecutionSize(CALLS_AT_A_TIME)
                            .setUsingVirtualThreadsOnActivityWorker(true)
                            .build());
            worker.registerActivitiesImplementations(new BareWorkflow.NothingImpl());
        }
        factory.start();
    }

    /** Starts so many, waits for the last one, and tells how long it took. */
    Duration run(int count) throws InterruptedException {
        int now = ++round;
        long start = System.nanoTime();
        List<Future<?>> all = IntStream.range(0, count)
                .<Future<?>>mapToObj(i -> threads.submit(() -> start("bare/" + now + "/" + i)))
                .toList();
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a bare workflow failed", e.getCause());
            }
        }
        for (int i = 0; i < count; i++) {
            WorkflowStub bare = client.newUntypedWorkflowStub("bare/" + now + "/" + i);
            bare.getResult(Void.class);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void start(String id) {
        BareWorkflow bare = client.newWorkflowStub(
                BareWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(BareWorkflow.PROCESS)
                        .setPriority(CallProfiles.orderPriority("bare"))
                        .build());
        WorkflowClient.start(bare::run, "bare");
    }

    @Override
    public void close() {
        threads.shutdownNow();
        factory.shutdownNow();
    }
}
