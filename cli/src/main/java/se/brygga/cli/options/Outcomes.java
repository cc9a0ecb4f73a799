package se.brygga.cli.options;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.view.Outcome;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/** Prints what came of decisions of any kind, and chooses the exit code. */
public final class Outcomes {

    /** As in {@link Outcome}, with a result of any kind. */
    private record Told(
            Outcome.Kind outcome,
            String subject,
            @Nullable JsonNode result,
            @Nullable Refusal why) {}

    private Outcomes() {}

    /**
     * Prints a line for each outcome.
     *
     * @param outcomes one, or several
     * @param lines for the language
     * @param done writes the result of a decision that is followed
     * @return 0 when all are followed, else 1
     */
    public static int print(JsonNode outcomes, JsonOption json, Lines lines, Function<JsonNode, String> done) {
        boolean printed = json.print(outcomes);
        int exit = 0;
        for (JsonNode one : outcomes.isArray() ? outcomes.values() : List.of(outcomes)) {
            Told told = Server.read(one, Told.class);
            exit = told.outcome() == Outcome.Kind.FOLLOWED ? exit : 1;
            if (!printed) {
                print(told, lines, done);
            }
        }
        return exit;
    }

    private static void print(Told told, Lines lines, Function<JsonNode, String> done) {
        Refusal why = told.why();
        if (told.result() == null) {
            System.err.println(told.subject() + (why == null ? "" : ": " + lines.say(why)));
        } else {
            System.out.println(done.apply(told.result()));
        }
    }
}
