package se.brygga.testbed.crash;

import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.simulators.starweb.shop.WebHookSender.Disturbance;
import se.brygga.testbed.crash.doomed.CrashPoint;
import se.brygga.testbed.crash.doomed.DoomedProcess;
import se.brygga.testbed.kit.FreePort;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/**
 * The same for the starter: it is killed around each write on a web hook's way to its workflow. The other starter, and the
 * intake, go on.
 */
final class StarterRound {

    /** Of victims, so that they differ from those of {@link Rounds}. */
    private static final int FIRST = 9001;

    private final Scene scene;
    private final Matrix matrix;
    private final OrderWay way;
    private final HttpClient http = HttpClient.newHttpClient();

    StarterRound(Scene scene, Matrix matrix) {
        this.scene = scene;
        this.matrix = matrix;
        this.way = new OrderWay(scene, "a web hook, of which the starter dies");
    }

    /** The worker of this process runs when it begins and when it ends; in between, its intake might be faster than a web hook. */
    void run() {
        scene.apps.stopWorker();
        Victim scout = new Victim(FIRST, way, scene.merchants.getFirst(), null);
        List<Point> points = new ArrayList<>();
        play(List.of(scout), List.of(), starter -> {
            Scene.until("the scout is handed on", () -> isHandedOn(scout));
            points.addAll(Point.ofWrites(starter.record(), workflow(scout)));
        });
        List<Victim> victims = new ArrayList<>();
        for (Point point : points) {
            victims.add(new Victim(FIRST + victims.size() + 1, way, scene.merchants.get(victims.size() + 1), point));
        }
        place(victims);
        List<CrashPoint> armed = victims.stream()
                .map(v -> new CrashPoint(
                        v.id(),
                        workflow(v),
                        v.itsPoint().where(),
                        v.itsPoint().what(),
                        v.itsPoint().nth(),
                        v.itsPoint().before()))
                .toList();
        play(
                victims,
                armed,
                starter -> Scene.until(
                        "all web hooks stand", () -> starter.standing().size() == victims.size()));
        scene.apps.startWorker();
        // What was never stored, nobody but the intake finds.
        victims.forEach(this::lookNow);
        victims.forEach(victim -> Scene.until("in Specter: " + victim, () -> way.isSettled(victim)));
        victims.forEach(victim -> matrix.add(way.name(), victim.itsPoint().toString(), way.outcome(victim)));
    }

    private boolean isHandedOn(Victim victim) {
        return scene.sql()
                        .sql(
                                "select count(*) from web_hook_event where tenant = :tenant and order_id = :order and dispatched_at is not null")
                        .param("tenant", victim.merchant.name())
                        .param("order", victim.orderId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private interface Scenario {
        void watch(DoomedProcess starter);
    }

    private void place(List<Victim> victims) {
        scene.starweb.webHooks().disturb(new Disturbance(100, 0, 0, Duration.ZERO));
        victims.stream().filter(victim -> victim.orderId == 0).forEach(victim -> {
            way.place(victim);
            way.act(victim);
        });
        scene.starweb.webHooks().disturb(Disturbance.NONE);
    }

    private void play(List<Victim> victims, List<CrashPoint> points, Scenario scenario) {
        place(victims);
        int port = FreePort.pick();
        try (DoomedProcess starter = DoomedProcess.starter(scene.doomedProperties(port), points)) {
            Scene.until("the starter answers", () -> answers(port));
            victims.forEach(victim -> tell(port, victim));
            scenario.watch(starter);
            starter.kill();
        }
    }

    private void tell(int port, Victim victim) {
        String secret = scene.apps
                .bean(SetupStore.class)
                .hookSecret(victim.merchant.shop())
                .orElseThrow();
        String path = "/hook/" + victim.merchant.shop() + "/order-completed/" + secret;
        // Some of these are never answered.
        var answer = http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"orderId\":" + victim.orderId + "}"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assert answer != null;
    }

    private static boolean answers(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void lookNow(Victim victim) {
        scene.apps
                .bean(WorkflowClient.class)
                .newUntypedWorkflowStub(OrderIntakeWorkflow.idOf(victim.merchant.shop()))
                .signal("poke");
    }

    private static String workflow(Victim victim) {
        return "web-hook/" + victim.order();
    }
}
