package se.brygga.testbed.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Fault;
import se.brygga.testbed.crash.doomed.CrashPoint;
import se.brygga.testbed.crash.doomed.DoomedProcess;
import se.brygga.testbed.crash.doomed.Written;

/**
 * Finds out which points there are, and kills at each. A scout of every way goes its way in a worker that writes down its
 * writes, while the simulators note its calls. Then, in each round, many victims come to a point each in one worker, stand
 * there, and die by one kill; another worker goes on until all of them rest.
 */
final class Rounds {

    /** So many victims without a lane find room at one merchant: a process makes eight calls of a shop at a time. */
    private static final int TOGETHER = 7;

    /** A loop polls again and again; its third time is as its second. */
    private static final int TIMES = 2;

    /** A victim that has been at rest for so long comes to no point any more. */
    private static final Duration SURELY_PASSED = Duration.ofSeconds(15);

    private final Scene scene;
    private final Matrix matrix;
    private final Map<Victim, Long> settledSince = new HashMap<>();
    private final List<Victim> all = new ArrayList<>();

    Rounds(Scene scene, Matrix matrix) {
        this.scene = scene;
        this.matrix = matrix;
    }

    /** The worker of this process runs when it begins and when it ends. */
    void run(List<Way> ways) {
        List<Victim> scouts = scouts(ways);
        prepare(scouts);
        Set<String> known = new HashSet<>();
        List<List<Victim>> rounds = new ArrayList<>();
        scout(scouts)
                .forEach((scout, points) -> points.stream()
                        .filter(point -> point.nth() <= TIMES && known.add(point.place() + point.before()))
                        .forEach(point -> assign(scout.way, point, rounds)));
        scene.apps.startWorker();
        rounds.forEach(this::prepare);
        for (List<Victim> round : rounds) {
            kill(round);
        }
    }

    private List<Victim> scouts(List<Way> ways) {
        List<List<Victim>> one = new ArrayList<>();
        one.add(new ArrayList<>());
        // A merchant of its own for each, so that whatever it calls is the scout's.
        Set<Merchant> taken = new HashSet<>();
        for (Way way : ways) {
            Merchant merchant = scene.merchants.stream()
                    .filter(m -> m.use() == way.use() && taken.add(m))
                    .findFirst()
                    .orElseThrow();
            one.getFirst().add(victim(way, merchant, null));
        }
        return one.getFirst();
    }

    private Victim victim(Way way, Merchant merchant, @Nullable Point point) {
        Victim victim = new Victim(all.size() + 1, way, merchant, point);
        all.add(victim);
        return victim;
    }

    private void assign(Way way, Point point, List<List<Victim>> rounds) {
        for (int round = 0; ; round++) {
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            List<Victim> victims = rounds.get(round);
            for (int i = 0; i < scene.merchants.size(); i++) {
                // Not always from the first on: each gets its share.
                Merchant merchant = scene.merchants.get((victims.size() + i) % scene.merchants.size());
                if (merchant.use() == way.use() && hasRoom(victims, merchant, way)) {
                    victims.add(victim(way, merchant, point));
                    return;
                }
            }
        }
    }

    private static boolean hasRoom(List<Victim> victims, Merchant merchant, Way way) {
        List<Victim> there =
                victims.stream().filter(v -> v.merchant.equals(merchant)).toList();
        String lane = way.lane();
        return lane == null
                ? there.stream().filter(v -> v.way.lane() == null).count() < TOGETHER
                : there.stream().noneMatch(v -> lane.equals(v.way.lane()));
    }

    private void prepare(List<Victim> victims) {
        victims.forEach(victim -> victim.way.prepare(victim));
        Set<Victim> unready = new HashSet<>(victims);
        Scene.until("all are ready: " + unready, () -> {
            unready.removeIf(victim -> victim.way.isPrepared(victim));
            unready.forEach(victim -> victim.way.help(victim));
            return unready.isEmpty();
        });
    }

    /** What each scout has met, in its order: calls first, then writes. */
    private Map<Victim, List<Point>> scout(List<Victim> scouts) {
        scene.apps.stopWorker();
        scene.starweb.requests().clear();
        scene.specter.requests().clear();
        scouts.forEach(scout -> scout.way.place(scout));
        scouts.forEach(scout -> scout.way.act(scout));
        List<Written> record;
        try (DoomedProcess worker = DoomedProcess.worker(scene.doomedProperties(0), List.of())) {
            settle(scouts, worker);
            record = worker.record();
        }
        scene.starweb.faults().clear();
        scene.specter.faults().clear();
        Map<Victim, List<Point>> points = new LinkedHashMap<>();
        for (Victim scout : scouts) {
            matrix.add(scout.way.name(), "no kill", scout.way.outcome(scout));
            List<Point> met = new ArrayList<>(calls(scout));
            met.addAll(Point.ofWrites(record, scout.way.workflows(scout)));
            points.put(scout, met);
        }
        return points;
    }

    private List<Point> calls(Victim scout) {
        List<Point> points = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        String base = "/" + scout.merchant.name() + "/api/v2/";
        scene.starweb.requests().newestFirst().reversed().stream()
                .map(entry -> entry.request().replaceFirst("\\?.*", ""))
                .filter(request -> request.contains(base))
                .flatMap(request -> scout.way.shopCall(scout, request.replace(base, "")).stream())
                .forEach(call -> points.addAll(Point.both(Point.Kind.STARWEB, "the shop", call, count)));
        Pattern action = Pattern.compile("action=(\\w+) sbmId=" + scout.merchant.account());
        scene.specter.requests().newestFirst().reversed().stream()
                .flatMap(entry -> action.matcher(entry.request()).results())
                .map(found -> found.group(1))
                .filter(scout.way::isSpecterCall)
                .forEach(call -> points.addAll(Point.both(Point.Kind.SPECTER, "Specter", call, count)));
        return points;
    }

    private void kill(List<Victim> victims) {
        scene.apps.stopWorker();
        // The faults that hold the victims come first: those of their ways must not take the requests that these count.
        List<CrashPoint> points = new ArrayList<>();
        for (Victim victim : victims) {
            victim.way.place(victim);
            arm(victim, points);
        }
        victims.forEach(victim -> victim.way.act(victim));
        try (DoomedProcess worker = DoomedProcess.worker(scene.doomedProperties(0), points)) {
            awaitAllStand(victims, worker);
            worker.kill();
        } finally {
            scene.starweb.faults().clear();
            scene.specter.faults().clear();
        }
        scene.apps.startWorker();
        settle(victims, null);
        victims.forEach(this::judge);
    }

    /** A call is held again and again, because a try that times out must not let its victim escape. */
    private void arm(Victim victim, List<CrashPoint> points) {
        Point point = victim.itsPoint();
        Fault.Kind hang = point.before() ? Fault.Kind.HANG_BEFORE_COMMIT : Fault.Kind.HANG_AFTER_COMMIT;
        switch (point.kind()) {
            case WRITE ->
                points.add(new CrashPoint(
                        victim.id(),
                        victim.way.workflows(victim),
                        point.where(),
                        point.what(),
                        point.nth(),
                        point.before()));
            case STARWEB -> {
                String request = victim.way.shopRequest(victim, point.what());
                String path = request.replace(" ", " /" + victim.merchant.name() + "/api/v2/");
                victim.fault = Fault.times("^" + Pattern.quote(path) + "(\\?|$)", hang, 0)
                        .withSkip(point.nth() - 1);
                scene.starweb.faults().add(victim.fault);
            }
            case SPECTER -> {
                victim.fault = Fault.times(
                                "action=" + point.what() + " sbmId=" + victim.merchant.account() + "$", hang, 0)
                        .withAbout(victim.way.about(victim))
                        .withSkip(point.nth() - 1);
                scene.specter.faults().add(victim.fault);
            }
        }
    }

    private void awaitAllStand(List<Victim> victims, DoomedProcess worker) {
        Set<Victim> onTheirWay = new HashSet<>(victims);
        try {
            Scene.until("all victims stand", Duration.ofMinutes(3), () -> {
                if (!worker.isAlive()) {
                    throw new IllegalStateException("the worker has ended by itself; see " + worker.log());
                }
                Set<String> standing = worker.standing();
                onTheirWay.removeIf(victim -> standing.contains(victim.id()) || isHeld(victim) || isPassed(victim));
                onTheirWay.forEach(victim -> victim.way.help(victim));
                return onTheirWay.isEmpty();
            });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("never came to their points: " + onTheirWay + "; see " + worker.log(), late);
        }
    }

    /**
     * Of what a loop does again and again, how often depends on the moment; and of two workflows that come to the same thing, as
     * intake and transfer do to a new order, either may have left nothing to do for the other.
     */
    private boolean isPassed(Victim victim) {
        if (victim.way.isSettled(victim)) {
            long since = settledSince.computeIfAbsent(victim, ignored -> System.nanoTime());
            victim.passed |= victim.itsPoint().nth() > 1 || System.nanoTime() - since > SURELY_PASSED.toNanos();
        }
        return victim.passed;
    }

    private boolean isHeld(Victim victim) {
        Fault fault = victim.fault;
        return fault != null
                && Stream.of(scene.starweb.faults(), scene.specter.faults())
                        .flatMap(faults -> faults.played().stream())
                        .anyMatch(played -> played.fault().equals(fault) && played.hits() > 0);
    }

    /** @param worker null for the one of this process */
    private void settle(List<Victim> victims, @Nullable DoomedProcess worker) {
        Set<Victim> restless = new HashSet<>(victims);
        try {
            Scene.until("all rest", () -> {
                restless.removeIf(victim -> !victim.deciding.get() && victim.way.isSettled(victim));
                restless.forEach(victim -> victim.way.help(victim));
                return restless.isEmpty();
            });
        } catch (ConditionTimeoutException late) {
            if (worker != null) {
                throw new AssertionError("do not rest: " + restless + "; see " + worker.log(), late);
            }
            // Each is judged, and its row says where it stays.
        }
    }

    private void judge(Victim victim) {
        String point = victim.itsPoint().toString();
        try {
            String outcome = victim.way.outcome(victim);
            if (victim.passed) {
                matrix.addPassed(victim.way.name(), point, outcome);
            } else {
                matrix.add(victim.way.name(), point, outcome);
            }
        } catch (AssertionError | RuntimeException wrong) {
            matrix.addWrong(victim.way.name(), point, victim + ": " + wrong.getMessage());
        }
    }
}
