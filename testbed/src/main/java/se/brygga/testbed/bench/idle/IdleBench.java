package se.brygga.testbed.bench.idle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.testbed.bench.Bench;
import se.brygga.testbed.bench.CpuTimes;
import se.brygga.testbed.kit.TemporalServer;

/** {@code brygga bench idle}: why a poll is an activity whose retries are the polls. */
@Command(
        name = "idle",
        description =
                "What an idle poll costs: a loop with timers beside an activity whose retries are the polls; then what many"
                        + " idle tenants cost.",
        mixinStandardHelpOptions = true)
public final class IdleBench implements Callable<Integer> {

    /** Actions that Temporal counts: a timer and an activity; or one try of an activity. */
    private static final Map<String, Integer> ACTIONS = Map.of("timer loop", 2, "retries", 1);

    @Option(names = "--loops", description = "loops of each kind; default: ${DEFAULT-VALUE}")
    private int loops = 100;

    @Option(names = "--every", description = "seconds between two polls; default: ${DEFAULT-VALUE}")
    private int every = 2;

    @Option(names = "--seconds", description = "how long each kind is measured; default: ${DEFAULT-VALUE}")
    private int seconds = 30;

    @Option(
            names = "--tenants",
            description = "merchants with one shop and three feeds to whom nothing happens; default: ${DEFAULT-VALUE}")
    private int tenants = 1_000;

    @Option(names = "--tenant-seconds", description = "how long they are measured; default: ${DEFAULT-VALUE}")
    private int tenantSeconds = 120;

    /** What one kind has cost. */
    private record Cost(String kind, int polls, double events, Map<String, Double> cpu) {}

    @Override
    public Integer call() throws Exception {
        // The loops are ended from outside when they have been measured, which their worker would complain about.
        ((Logger) LoggerFactory.getLogger("io.temporal")).setLevel(Level.OFF);
        try (TemporalServer temporal = Bench.temporal()) {
            WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(temporal.address())
                    .build());
            WorkflowClient client = WorkflowClient.newInstance(service);
            WorkerFactory factory = WorkerFactory.newInstance(client);
            try {
                IdleLoops.PollImpl polls = new IdleLoops.PollImpl();
                Worker worker = factory.newWorker(IdleLoops.QUEUE);
                worker.registerWorkflowImplementationTypes(
                        IdleLoops.TimerLoopImpl.class, IdleLoops.RetryLoopImpl.class);
                worker.registerActivitiesImplementations(polls);
                factory.start();
                measure(client, polls);
            } finally {
                factory.shutdownNow();
                service.shutdownNow();
            }
        }
        IdleHour.measure();
        new IdleTenants(tenants).measure(Duration.ofSeconds(tenantSeconds));
        return 0;
    }

    private void measure(WorkflowClient client, IdleLoops.PollImpl polls) throws InterruptedException {
        Duration interval = Duration.ofSeconds(every);
        System.out.printf(
                Locale.ROOT,
                "%d loops of each kind, a poll every %d s, each kind for %d s, %d processors%n",
                loops,
                every,
                seconds,
                Runtime.getRuntime().availableProcessors());
        List<Cost> costs = new ArrayList<>();
        costs.add(cost(
                client,
                polls,
                "timer loop",
                options -> WorkflowClient.start(
                        client.newWorkflowStub(IdleLoops.TimerLoop.class, options)::follow, interval)));
        costs.add(cost(
                client,
                polls,
                "retries",
                options -> WorkflowClient.start(
                        client.newWorkflowStub(IdleLoops.RetryLoop.class, options)::follow, interval)));
        System.out.printf(
                Locale.ROOT,
                "  %-12s %8s %14s %14s %20s %20s%n",
                "per poll",
                "polls",
                "actions",
                "events",
                "Temporal CPU, ms",
                "worker CPU, ms");
        costs.forEach(IdleBench::print);
        System.out.printf(
                Locale.ROOT,
                "  ratio of Temporal's CPU, timer loop to retries: %.1f%n",
                temporal(costs.getFirst()) / temporal(costs.getLast()));
    }

    private static void print(Cost cost) {
        System.out.printf(
                Locale.ROOT,
                "  %-12s %8d %14d %14.2f %20.2f %20.2f%n",
                cost.kind(),
                cost.polls(),
                ACTIONS.getOrDefault(cost.kind(), 0),
                cost.events(),
                temporal(cost),
                cost.cpu().getOrDefault(CpuTimes.SELF, 0.0));
    }

    private static double temporal(Cost cost) {
        return cost.cpu().getOrDefault(CpuTimes.TEMPORAL, 0.0);
    }

    private Cost cost(WorkflowClient client, IdleLoops.PollImpl polls, String kind, Consumer<WorkflowOptions> start)
            throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < loops; i++) {
            ids.add(kind.replace(' ', '-') + "/" + i);
            start.accept(WorkflowOptions.newBuilder()
                    .setWorkflowId(ids.getLast())
                    .setTaskQueue(IdleLoops.QUEUE)
                    .build());
        }
        // The first polls come all at once; what is measured begins when they are spread by their own pace.
        TimeUnit.SECONDS.sleep(2L * every);
        int before = polls.polls.get();
        long eventsBefore = events(client, ids);
        CpuTimes cpu = CpuTimes.now();
        TimeUnit.SECONDS.sleep(seconds);
        int made = polls.polls.get() - before;
        Map<String, Double> used = CpuTimes.now().since(cpu, Math.max(1, made));
        double events = (double) (events(client, ids) - eventsBefore) / Math.max(1, made);
        ids.forEach(id -> client.newUntypedWorkflowStub(id).terminate("measured"));
        return new Cost(kind, made, events, used);
    }

    /** The events of ten histories, extrapolated. Reading all histories would distort the measurement. */
    private static long events(WorkflowClient client, List<String> ids) {
        List<String> sample = ids.subList(0, Math.min(10, ids.size()));
        long sum = 0;
        for (String id : sample) {
            WorkflowStub stub = client.newUntypedWorkflowStub(id);
            WorkflowExecution execution = stub.describe().getExecution();
            sum += client.fetchHistory(execution.getWorkflowId(), execution.getRunId())
                    .getEvents()
                    .size();
        }
        return sum * ids.size() / sample.size();
    }
}
