package se.brygga.workflows.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.brygga.workflows.transfer.ShopOrderActivities.OrderFacts;

/** Decides which orders are transferred. Pure. */
public final class TransferRules {

    /** The payment step is not done. A web hook or the intake takes the order up when the payment is done. */
    public static final String NOT_COMPLETE = "not-complete";
    /** The set-up's {@code transferWhen} does not name the order's status. */
    public static final String STATUS_NOT_CHOSEN = "status-not-chosen";
    /** The order was placed before Brygga began with this shop, so somebody else took care of it. */
    public static final String PLACED_BEFORE_START = "placed-before-start";
    /** The shop has deleted the order, which never went to Specter. */
    public static final String DELETED_IN_SHOP = "deleted-in-shop";
    /** An operator skipped the order. */
    public static final String OPERATOR = "operator";

    private TransferRules() {}

    /**
     * The name of the rule that skips an order; empty when the order is to be transferred.
     *
     * @param since when Brygga began with this shop
     * @param transferWhen statuses by idCode, id or name, in any case of letters
     */
    public static Optional<String> skippedBy(OrderFacts facts, Instant since, List<String> transferWhen) {
        if (facts.placedAt().isBefore(since)) {
            return Optional.of(PLACED_BEFORE_START);
        }
        if (!facts.complete()) {
            return Optional.of(NOT_COMPLETE);
        }
        boolean chosen = facts.statusKeys().stream()
                .anyMatch(key -> transferWhen.stream().anyMatch(key::equalsIgnoreCase));
        return chosen ? Optional.empty() : Optional.of(STATUS_NOT_CHOSEN);
    }
}
