package se.brygga.cli.orders;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.view.Outcome;
import se.brygga.workflows.attention.Cause;

/** Prints what became of decisions, and what came of those that were followed. */
final class Decisions {

    private Decisions() {}

    /**
     * Prints a line for each, and a summary of several.
     *
     * @param what is told of a followed one: {@code retry is followed}
     */
    static void print(List<Outcome> outcomes, String what) {
        Map<Outcome.Kind, Integer> kinds = new TreeMap<>();
        Map<String, Integer> results = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            kinds.merge(outcome.outcome(), 1, Integer::sum);
            Outcome.Result result = outcome.result();
            if (result == null) {
                System.err.println(outcome.subject() + ": " + outcome.why());
            } else {
                System.out.println(outcome.subject() + ": " + what + ": " + told(result));
                results.merge(several(result.kind()), 1, Integer::sum);
            }
        }
        if (outcomes.size() != 1) {
            printSums(kinds, results);
        }
    }

    private static void printSums(Map<Outcome.Kind, Integer> kinds, Map<String, Integer> results) {
        System.out.printf(
                "%d followed, %d refused, %d failed%n",
                kinds.getOrDefault(Outcome.Kind.FOLLOWED, 0),
                kinds.getOrDefault(Outcome.Kind.REFUSED, 0),
                kinds.getOrDefault(Outcome.Kind.UNKNOWN, 0));
        if (!results.isEmpty()) {
            System.out.println("Of those that are followed: "
                    + results.entrySet().stream()
                            .map(sum -> sum.getValue() + " " + sum.getKey())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String told(Outcome.Result result) {
        return switch (result.kind()) {
            case IN_SPECTER -> "in Specter as " + result.number();
            case ON_ITS_WAY -> "still on its way";
            case WAITS_AGAIN ->
                "waits again for the same cause, " + code(result.cause()) + ", since " + Output.time(result.since());
            case WAITS_FOR_ANOTHER -> "waits for " + code(result.cause()) + " now";
            case SKIPPED -> "skipped by the rule " + result.rule();
            case SETTLED -> "settled";
        };
    }

    private static String code(@Nullable Cause cause) {
        return cause == null ? "-" : cause.code();
    }

    private static String several(Outcome.ResultKind kind) {
        return switch (kind) {
            case IN_SPECTER -> "in Specter";
            case ON_ITS_WAY -> "still on their way";
            case WAITS_AGAIN -> "wait again for the same cause";
            case WAITS_FOR_ANOTHER -> "wait for another cause";
            case SKIPPED -> "skipped";
            case SETTLED -> "settled";
        };
    }
}
