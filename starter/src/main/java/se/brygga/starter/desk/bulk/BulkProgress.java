package se.brygga.starter.desk.bulk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.decisions.Result;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.workflows.refusal.Refusal;

/**
 * The progress of a decision about many.
 *
 * @param sums of the orders' totals when the decision was made, by currency
 * @param undecided number of orders that are not decided, or were not when the job was stopped
 * @param outcomes number of decisions that were followed, refused, or have an unknown outcome
 * @param results number of followed decisions by what they led to
 */
public record BulkProgress(
        Map<String, BigDecimal> sums,
        int undecided,
        Map<Outcome.Kind, Integer> outcomes,
        Map<Result.Kind, Integer> results) {

    static BulkProgress of(Map<String, BigDecimal> sums, List<BulkBook.Tally> tallies) {
        Map<Outcome.Kind, Integer> outcomes = new TreeMap<>();
        Map<Result.Kind, Integer> results = new TreeMap<>();
        int undecided = 0;
        for (BulkBook.Tally tally : tallies) {
            if (tally.outcome() == null) {
                undecided += tally.orders();
            } else {
                outcomes.merge(Word.twin(Outcome.Kind.class, tally.outcome()), tally.orders(), Integer::sum);
            }
            if (tally.came() != null) {
                results.merge(Word.twin(Result.Kind.class, tally.came()), tally.orders(), Integer::sum);
            }
        }
        return new BulkProgress(sums, undecided, outcomes, results);
    }

    static BulkBook.Result kept(Result result) {
        BulkBook.Came came = BulkBook.Came.valueOf(result.kind().name());
        return switch (result) {
            case Result.InSpecter(long number) -> new BulkBook.Result(came, number, null, null, null);
            case Result.StillWaits(var cause, var since) -> new BulkBook.Result(came, null, cause, since, null);
            case Result.WaitsForAnother(var cause) -> new BulkBook.Result(came, null, cause, null, null);
            case Result.Skipped(String rule) -> new BulkBook.Result(came, null, null, null, rule);
            case Result.OnItsWay(), Result.Settled() -> new BulkBook.Result(came, null, null, null, null);
        };
    }

    /** The outcome of one order; null while it is not decided. */
    static @Nullable Outcome<Result> outcome(BulkBook.Part part) {
        String subject = part.order().toString();
        return switch (part.fate().outcome()) {
            case null -> null;
            case FOLLOWED ->
                new Outcome.Followed<>(
                        subject, result(Objects.requireNonNull(part.fate().result())));
            case REFUSED -> new Outcome.Refused<>(subject, why(part.fate()));
            case UNKNOWN -> new Outcome.Unknown<>(subject, why(part.fate()));
        };
    }

    private static Refusal why(BulkBook.Fate fate) {
        return DeskJson.read(Objects.requireNonNull(fate.why()), Refusal.class);
    }

    private static Result result(BulkBook.Result kept) {
        return switch (kept.came()) {
            case IN_SPECTER -> new Result.InSpecter(Objects.requireNonNull(kept.number()));
            case ON_ITS_WAY -> new Result.OnItsWay();
            case STILL_WAITS ->
                new Result.StillWaits(Objects.requireNonNull(kept.cause()), Objects.requireNonNull(kept.since()));
            case WAITS_FOR_ANOTHER -> new Result.WaitsForAnother(Objects.requireNonNull(kept.cause()));
            case SKIPPED -> new Result.Skipped(Objects.requireNonNull(kept.rule()));
            case SETTLED -> new Result.Settled();
        };
    }
}
