package se.brygga.starter.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.brygga.starter.orders.OrderDesk.Outcome;
import se.brygga.starter.orders.Result;
import se.brygga.starter.orders.Results;

/** Prints what became of decisions, and what came of those that were followed. */
@Component
final class Decisions {

    /** A look takes a second or two; whoever decides does not wait for an outage. */
    private static final Duration SOME_SECONDS = Duration.ofSeconds(10);

    private final Results results;

    Decisions(Results results) {
        this.results = results;
    }

    /**
     * Prints a line for each, and a summary of several.
     *
     * @param what is told of a followed one: {@code retry is followed}
     * @return exit code: 0 when all are followed
     */
    int print(List<Outcome> outcomes, String what) {
        List<Outcome.Accepted> followed = new ArrayList<>();
        int refused = 0;
        int failed = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Accepted accepted -> followed.add(accepted);
                case Outcome.Refused(var order, String why) -> {
                    System.err.println(order + ": " + why);
                    refused++;
                }
                case Outcome.Failed(var order, String why) -> {
                    System.err.println(order + ": " + why);
                    failed++;
                }
            }
        }
        List<Result> came = results.of(followed, SOME_SECONDS);
        Map<String, Integer> sums = new TreeMap<>();
        for (int i = 0; i < followed.size(); i++) {
            System.out.println(followed.get(i).order() + ": " + what + ": " + told(came.get(i)));
            sums.merge(kind(came.get(i)), 1, Integer::sum);
        }
        if (outcomes.size() != 1) {
            System.out.printf("%d followed, %d refused, %d failed%n", followed.size(), refused, failed);
            if (!sums.isEmpty()) {
                System.out.println("Of those that are followed: "
                        + sums.entrySet().stream()
                                .map(sum -> sum.getValue() + " " + sum.getKey())
                                .collect(Collectors.joining(", ")));
            }
        }
        return refused + failed == 0 ? 0 : 1;
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

    private static String kind(Result result) {
        return switch (result) {
            case Result.InSpecter _ -> "in Specter";
            case Result.OnItsWay _ -> "still on their way";
            case Result.WaitsAgain _ -> "wait again for the same cause";
            case Result.WaitsForAnother _ -> "wait for another cause";
            case Result.Skipped _ -> "skipped";
            case Result.Settled _ -> "settled";
        };
    }
}
