package se.brygga.cli.jobs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.server.Server;
import se.brygga.cli.server.ServerTrouble;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.view.Outcome;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/** Follows a job while somebody waits for it, and prints its progress. */
public final class Jobs {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /**
     * How often the command looks after everything is decided. An outage may keep an order on its way for hours, and
     * nobody waits that long.
     */
    private static final int LAST_LOOKS = 15;

    private final Server server;
    private final Lines lines;

    public Jobs(Server server, Lines lines) {
        this.server = server;
        this.lines = lines;
    }

    /**
     * Begins a job and prints its progress each time that changes. Returns when the job has ended, or when nothing is
     * left to do but to wait.
     *
     * @param path below {@code /api/v1}
     */
    public JsonNode follow(String path, Map<String, @Nullable Object> body) {
        String id = server.post(path, body).path("job").asString();
        System.err.println(lines.say(Line.JOB_BEGUN, id));
        String said = "";
        int idle = 0;
        while (true) {
            JsonNode answer = story(id);
            JobStory story = Server.read(answer, JobStory.class);
            String says = progress(story);
            if (!says.equals(said)) {
                System.err.println(says);
            }
            idle = says.equals(said) && story.job().done() == story.job().total() ? idle + 1 : 0;
            if (!story.isRunning() || idle > LAST_LOOKS) {
                return answer;
            }
            said = says;
            pause();
        }
    }

    JsonNode story(String id) {
        return server.get("/jobs/" + id, Map.of());
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw ServerTrouble.away(Line.SERVER_NOT_AWAITED);
        }
    }

    /** The progress in one line. */
    String progress(JobStory story) {
        JobStory.Job job = story.job();
        String far = lines.say(Line.JOB_PROGRESS, job.done(), job.total());
        JobStory.Progress decision = story.decision();
        String came = decision == null || decision.results().isEmpty() ? "" : ": " + results(decision.results());
        return far + came + (job.standsFor() == null ? "" : " (" + lines.say(job.standsFor()) + ")");
    }

    /** The results of a decision about many: {@code 37 in Specter, 2 still wait for the same cause}. */
    public String results(Map<Outcome.ResultKind, Integer> results) {
        return new TreeMap<>(results)
                .entrySet().stream()
                        .map(one -> lines.say(
                                switch (one.getKey()) {
                                    case IN_SPECTER -> Line.SO_MANY_IN_SPECTER;
                                    case ON_ITS_WAY -> Line.SO_MANY_ON_THEIR_WAY;
                                    case STILL_WAITS -> Line.SO_MANY_STILL_WAIT;
                                    case WAITS_FOR_ANOTHER -> Line.SO_MANY_WAIT_FOR_ANOTHER;
                                    case SKIPPED -> Line.SO_MANY_SKIPPED;
                                    case SETTLED -> Line.SO_MANY_SETTLED;
                                },
                                one.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** Sums by currency. */
    public static String money(Map<String, BigDecimal> sums) {
        return sums.isEmpty()
                ? "0"
                : new TreeMap<>(sums)
                        .entrySet().stream()
                                .map(sum -> Output.money(sum.getValue(), sum.getKey()))
                                .collect(Collectors.joining(" + "));
    }

    /** Prints the results of a decision about many. */
    public void printEnd(JobStory.Progress decision) {
        System.out.println(lines.say(
                Line.DECIDED,
                decision.of(Outcome.Kind.FOLLOWED),
                decision.of(Outcome.Kind.REFUSED),
                decision.of(Outcome.Kind.UNKNOWN)));
        if (!decision.results().isEmpty()) {
            System.out.println(lines.say(Line.OF_THE_FOLLOWED, results(decision.results())));
        }
        if (decision.undecided() > 0) {
            System.out.println(lines.say(Line.NOT_DECIDED, decision.undecided()));
        }
    }

    /** What a decision led to, or why it was not followed. */
    public static String came(Outcome outcome, Lines lines) {
        Outcome.Result result = outcome.result();
        Refusal why = outcome.why();
        return result != null ? came(result, lines) : why == null ? "" : lines.say(why);
    }

    private static String came(Outcome.Result result, Lines lines) {
        return switch (result.kind()) {
            case IN_SPECTER -> lines.say(Line.CAME_IN_SPECTER, result.number());
            case ON_ITS_WAY -> lines.say(Line.CAME_ON_ITS_WAY);
            case STILL_WAITS -> lines.say(Line.CAME_STILL_WAITS, code(result.cause()), Output.time(result.since()));
            case WAITS_FOR_ANOTHER -> lines.say(Line.CAME_WAITS_FOR_ANOTHER, code(result.cause()));
            case SKIPPED -> lines.say(Line.CAME_SKIPPED, result.rule());
            case SETTLED -> lines.say(Line.CAME_SETTLED);
        };
    }

    private static String code(@Nullable Cause cause) {
        return cause == null ? "-" : cause.code();
    }
}
