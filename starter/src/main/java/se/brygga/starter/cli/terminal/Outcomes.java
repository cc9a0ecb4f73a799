package se.brygga.starter.cli.terminal;

import java.util.Collection;
import java.util.function.Function;
import se.brygga.starter.desk.Outcome;

/** Prints what became of decisions, and what a process ends with. */
public final class Outcomes {

    private Outcomes() {}

    /** 0 when all are followed, else 1. */
    public static int exitCode(Collection<? extends Outcome<?>> outcomes) {
        return outcomes.stream().allMatch(outcome -> outcome.kind() == Outcome.Kind.FOLLOWED) ? 0 : 1;
    }

    /**
     * Prints a line for each.
     *
     * @param done what is told of a followed one
     * @return as {@link #exitCode}
     */
    public static <R> int print(Collection<Outcome<R>> outcomes, Function<R, String> done) {
        outcomes.forEach(outcome -> {
            switch (outcome) {
                case Outcome.Followed<R>(String _, R result) -> System.out.println(done.apply(result));
                case Outcome.Refused<R>(String subject, String why) -> System.err.println(subject + ": " + why);
                case Outcome.Unknown<R>(String subject, String why) -> System.err.println(subject + ": " + why);
            }
        });
        return exitCode(outcomes);
    }
}
