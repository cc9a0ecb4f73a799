package se.brygga.starter.cli.orders;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.brygga.cli.terminal.Output;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.decisions.Result;

/** Prints what became of decisions, and what came of those that were followed. */
final class Decisions {

    private Decisions() {}

    /**
     * Prints a line for each, and a summary of several.
     *
     * @param what is told of a followed one: {@code retry is followed}
     */
    static void print(List<Outcome<Result>> outcomes, String what) {
        Map<Outcome.Kind, Integer> kinds = new TreeMap<>();
        Map<String, Integer> results = new TreeMap<>();
        for (Outcome<Result> outcome : outcomes) {
            kinds.merge(outcome.kind(), 1, Integer::sum);
            switch (outcome) {
                case Outcome.Followed<Result>(String order, Result result) -> {
                    System.out.println(order + ": " + what + ": " + told(result));
                    results.merge(several(result.kind()), 1, Integer::sum);
                }
                case Outcome.Refused<Result>(String order, String why) -> System.err.println(order + ": " + why);
                case Outcome.Unknown<Result>(String order, String why) -> System.err.println(order + ": " + why);
            }
        }
        if (outcomes.size() != 1) {
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
    }

    private static String told(Result result) {
        return switch (result) {
            case Result.InSpecter(long number) -> "in Specter as " + number;
            case Result.OnItsWay() -> "still on its way";
            case Result.WaitsAgain(var cause, var since) ->
                "waits again for the same cause, " + cause.code() + ", since " + Output.time(since);
            case Result.WaitsForAnother(var cause) -> "waits for " + cause.code() + " now";
            case Result.Skipped(String rule) -> "skipped by the rule " + rule;
            case Result.Settled() -> "settled";
        };
    }

    private static String several(Result.Kind kind) {
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
