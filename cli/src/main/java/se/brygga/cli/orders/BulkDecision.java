package se.brygga.cli.orders;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.jobs.JobStory;
import se.brygga.cli.jobs.Jobs;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Question;
import se.brygga.cli.view.Outcome;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import tools.jackson.databind.JsonNode;

/**
 * A decision about all orders that wait for a cause: previewed, confirmed, made, followed.
 *
 * @param tenant null for every tenant
 */
record BulkDecision(
        Server server,
        Lines lines,
        Decision.Kind kind,
        Cause cause,
        @Nullable String tenant) {

    /** The orders that the decision would be about. */
    record Preview(
            int count,
            Map<String, BigDecimal> sums,
            int unread,
            Map<String, Integer> tenants,
            List<String> first,
            String token) {}

    /** The largest number of orders that are named one by one. More are only counted. */
    private static final int NAMED = 20;

    int make(OperatorOptions.Answered operator, boolean yes) {
        Preview preview = Server.read(server.get("/jobs/decisions/preview", about()), Preview.class);
        if (!operator.json().isWanted()) {
            print(preview);
        }
        if (preview.count() == 0) {
            return 0;
        }
        if (!yes && !Question.isConfirmed(lines.say(Line.DECIDE_ALL, DecideCommands.command(kind), preview.count()))) {
            System.out.println(lines.say(Line.NOTHING_CHANGED));
            return 1;
        }
        Map<String, @Nullable Object> body = about();
        body.putAll(operator.body());
        body.put("preview", preview.token());
        JsonNode answer = new Jobs(server, lines).follow("/jobs/decisions", body);
        JobStory story = Server.read(answer, JobStory.class);
        JobStory.Progress decision = Objects.requireNonNull(story.decision());
        if (!operator.json().print(answer)) {
            printOrders(story.job());
            new Jobs(server, lines).printEnd(decision);
        }
        return decision.outcomes().getOrDefault(Outcome.Kind.FOLLOWED, 0) == preview.count() ? 0 : 1;
    }

    private Map<String, @Nullable Object> about() {
        Map<String, @Nullable Object> about = new HashMap<>();
        about.put("decision", kind.code());
        about.put("cause", cause.code());
        about.put("tenant", tenant);
        return about;
    }

    private void print(Preview preview) {
        System.out.println(lines.say(
                Line.SO_MANY_WAIT,
                preview.count(),
                cause.code(),
                new TreeMap<>(preview.tenants())
                        .entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .collect(Collectors.joining(", ")),
                Jobs.money(preview.sums())));
        preview.first().forEach(order -> System.out.println("  " + order));
        if (preview.count() > preview.first().size()) {
            System.out.println("  "
                    + lines.say(
                            Line.AND_MORE_ORDERS,
                            preview.count() - preview.first().size()));
        }
        if (preview.unread() > 0) {
            System.out.println(lines.say(Line.SO_MANY_UNREAD, preview.unread()));
        }
    }

    private void printOrders(JobStory.Job job) {
        if (job.total() > NAMED) {
            System.out.println(lines.say(Line.JOB_NAMES_THEM, job.id()));
            return;
        }
        server.pages("/jobs/" + job.id() + "/orders", Map.of(), "items", NAMED)
                .path("items")
                .forEach(one -> {
                    if (one.path("outcome").isObject()) {
                        print(Server.read(one.path("outcome"), Outcome.class));
                    }
                });
    }

    private void print(Outcome outcome) {
        String came = Jobs.came(outcome, lines);
        if (outcome.outcome() == Outcome.Kind.FOLLOWED) {
            System.out.println(lines.say(Line.FOLLOWED, outcome.subject(), kind.code(), came));
        } else {
            System.err.println(outcome.subject() + ": " + came);
        }
    }
}
