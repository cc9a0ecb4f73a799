package se.brygga.testbed.crash;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Fault;
import se.brygga.workflows.OrderRef;

/** One order, or one feed of a merchant, on a way, and the point at which its worker dies; a scout has no point. */
final class Victim {

    final int number;
    final Way way;
    final Merchant merchant;
    final @Nullable Point point;
    /** What a person has decided about it, in order. */
    final List<String> decided = new CopyOnWriteArrayList<>();

    /** A decision has been sent and not been answered: the answer comes when the decision stands in the books. */
    final AtomicBoolean deciding = new AtomicBoolean();

    /** The shop's order number, once it is placed. */
    long orderId;

    /** The fault that holds its call, if its point is a call. */
    @Nullable
    Fault fault;

    /** It has come to rest without having met its point. */
    boolean passed;

    Victim(int number, Way way, Merchant merchant, @Nullable Point point) {
        this.number = number;
        this.way = way;
        this.merchant = merchant;
        this.point = point;
    }

    OrderRef order() {
        return merchant.order(orderId);
    }

    String id() {
        return "victim-" + number;
    }

    /** An article that nobody else sells. */
    String sku() {
        return "V" + number;
    }

    String email() {
        return "v" + number + "@example.se";
    }

    Point itsPoint() {
        return Objects.requireNonNull(point, "a scout has no point");
    }

    @Override
    public String toString() {
        return way.name() + " of " + merchant.name() + (orderId == 0 ? "" : ", order " + orderId) + ", "
                + (point == null ? "scout" : point);
    }
}
