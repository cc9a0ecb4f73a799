package se.brygga.starter.desk.decisions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.starter.desk.Patience;
import se.brygga.workflows.Question;

/** Reads from the books what came of decisions. */
@Component
class Results {

    private final OrderLists lists;
    private final AttentionBook attention;

    Results(OrderLists lists, AttentionBook attention) {
        this.lists = lists;
        this.attention = attention;
    }

    /** Waits until all results are known, or the time is up. The results are in the order of the decisions. */
    List<Result> of(List<Decider.Taken.Accepted> followed, Duration atMost) {
        return Patience.until(
                atMost,
                seen -> seen.stream().noneMatch(Result.OnItsWay.class::isInstance),
                () -> followed.stream().map(this::of).toList());
    }

    Result of(Decider.Taken.Accepted followed) {
        Optional<AttentionBook.Entry> waits = attention
                .ofOrder(followed.question().order())
                .stream()
                .filter(entry -> entry.closedAt() == null && entry.question().equals(followed.question()))
                .findFirst();
        if (waits.isPresent()) {
            return waits.get().cause() == followed.about()
                    ? new Result.StillWaits(waits.get().cause(), waits.get().openedAt())
                    : new Result.WaitsForAnother(waits.get().cause());
        }
        if (followed.question().kind() != Question.Kind.TRANSFER) {
            return attention.isRetried(followed.question()) ? new Result.OnItsWay() : new Result.Settled();
        }
        return lists.find(followed.question().order()).map(Results::ofTransfer).orElseGet(Result.OnItsWay::new);
    }

    private static Result ofTransfer(OrderLists.Line line) {
        Long number = line.specterNumber();
        if (line.state() == OrderRecord.State.TRANSFERRED && number != null) {
            return new Result.InSpecter(number);
        }
        String rule = line.skippedBy();
        return line.state() == OrderRecord.State.SKIPPED && rule != null
                ? new Result.Skipped(rule)
                : new Result.OnItsWay();
    }
}
