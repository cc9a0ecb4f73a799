package se.brygga.testbed.bench.outages;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.testbed.bench.Bench;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code brygga bench outages}. */
@Command(
        name = "outages",
        description = {
            "Orders are placed twice a second while something is lost: a process, the database, the engine, its data.",
            "Two workers and two starters run as processes, on PostgreSQL and the real Temporal server."
        },
        mixinStandardHelpOptions = true)
public final class OutagesBench implements Callable<Integer> {

    /** Orders are on their way when it strikes. */
    private static final Duration BEFORE = Duration.ofSeconds(5);

    private static final Duration SUMS_WITHIN = Duration.ofMinutes(2);

    @Option(
            names = "--seconds",
            description = "how long orders are placed at least, each time; default: ${DEFAULT-VALUE}")
    private int seconds = 20;

    @Option(names = "--only", description = "these only: ${COMPLETION-CANDIDATES}")
    private List<Outage> only = Arrays.asList(Outage.values());

    @Override
    public Integer call() throws Exception {
        boolean right = true;
        try (Installation installation = new Installation(Bench.folder().resolve("outages"))) {
            Load load = new Load(installation.starweb, installation.specter);
            System.out.printf("%-56s %8s %14s %8s %10s%n", "", "orders", "last one after", "double", "sums");
            for (Outage outage : only) {
                right &= play(outage, installation, load);
            }
        }
        return right ? 0 : 1;
    }

    private boolean play(Outage outage, Installation installation, Load load) throws Exception {
        int before = load.placed();
        CompletableFuture<String> told = new CompletableFuture<>();
        Thread striking = Thread.ofPlatform().start(() -> strike(outage, installation, told));
        load.place(striking, Duration.ofSeconds(seconds));
        Duration last = load.awaitAll();
        long doubles = load.doubles();
        String unequal = awaitEqualSums(installation);
        System.out.printf(
                Locale.ROOT,
                "%-56s %8d %12.1f s %8d %10s   %s%n",
                outage,
                load.placed() - before,
                last.toMillis() / 1000.0,
                doubles,
                unequal.isEmpty() ? "equal" : unequal,
                told(told));
        return doubles == 0 && unequal.isEmpty();
    }

    private static void strike(Outage outage, Installation installation, CompletableFuture<String> told) {
        try {
            Thread.sleep(BEFORE);
            told.complete(outage.strike(installation));
        } catch (Exception e) {
            told.completeExceptionally(e);
        }
    }

    private static String told(CompletableFuture<String> told) throws InterruptedException {
        try {
            return told.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what should strike could not be played", e.getCause());
        }
    }

    /** The days whose sums differ after some time in {@code orders sums}; empty when none does. */
    private static String awaitEqualSums(Installation installation) throws Exception {
        long end = System.nanoTime() + SUMS_WITHIN.toNanos();
        String unequal = unequal(installation);
        while (!unequal.isEmpty() && System.nanoTime() < end) {
            unequal = unequal(installation);
        }
        return unequal;
    }

    private static String unequal(Installation installation) throws Exception {
        String printed = installation.command("orders", "sums", "--json");
        StringBuilder unequal = new StringBuilder();
        for (JsonNode sum : JsonMapper.shared()
                .readTree(printed.substring(printed.indexOf('{')))
                .path("sums")) {
            int placed = sum.path("placed").asInt();
            JsonNode inShop = sum.path("inShop");
            boolean same = inShop.path("count").asInt() == placed
                    && inShop.path("onlyInShop").isEmpty()
                    && inShop.path("onlyHere").isEmpty();
            if (!same || sum.path("transferred").asInt() != placed) {
                unequal.append(sum.path("shop")).append(": ").append(sum).append(' ');
            }
        }
        return unequal.toString();
    }
}
