package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.orders.OrderLists;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.transfer.TransferRules;

/** An order that must wait, and what a person then says. */
final class DecidedWay extends OrderWay {

    private final Cause cause;
    private final Decision.Kind kind;

    private DecidedWay(Scene scene, Cause cause, Decision.Kind kind) {
        super(scene, "an order that waits for " + cause.code() + ", and " + kind.code());
        this.cause = cause;
        this.kind = kind;
    }

    /** Somebody else has used its number; that order is taken away, and this one tried again. */
    static OrderWay retried(Scene scene) {
        return new DecidedWay(scene, Cause.NUMBER_ALREADY_USED, Decision.Kind.RETRY);
    }

    static OrderWay skipped(Scene scene) {
        return new DecidedWay(scene, Cause.PAYMENT_NOT_MAPPED, Decision.Kind.SKIP);
    }

    /** The shop counts its discount as the translation does not. */
    static OrderWay sentAnyway(Scene scene) {
        return new DecidedWay(scene, Cause.TOTALS_DIFFER, Decision.Kind.SEND_ANYWAY);
    }

    /** Somebody enters it in Specter. */
    static OrderWay doneByHand(Scene scene) {
        return new DecidedWay(scene, Cause.PAYMENT_NOT_MAPPED, Decision.Kind.DONE_BY_HAND);
    }

    @Override
    String order(Victim victim) {
        return switch (cause) {
            case PAYMENT_NOT_MAPPED -> order(victim, "gammal", "");
            case TOTALS_DIFFER -> order(victim, "klarna", ",\"discount\":20,\"discountType\":\"amount\"");
            default -> order(victim, "klarna", "");
        };
    }

    @Override
    void place(Victim victim) {
        scene.starweb.quirks(victim.merchant.name()).set(StarwebQuirk.AMOUNT_DISCOUNT, "INC_VAT");
        super.place(victim);
        if (kind == Decision.Kind.RETRY) {
            scene.specter.account(victim.merchant.account()).occupy(Long.toString(victim.orderId));
        }
    }

    @Override
    void help(Victim victim) {
        if (waitsFor(victim).filter(cause::equals).isEmpty()) {
            return;
        }
        Order found = inSpecter(victim);
        switch (kind) {
            case RETRY -> {
                if (victim.decided.isEmpty() && found != null) {
                    scene.specter.account(victim.merchant.account()).deleteOrder(found.number());
                }
                decide(victim, cause, kind, null);
            }
            case SKIP, SEND_ANYWAY -> decide(victim, cause, kind, null);
            case DONE_BY_HAND -> {
                if (found == null) {
                    scene.specter.account(victim.merchant.account()).occupy(Long.toString(victim.orderId));
                }
                decide(
                        victim,
                        cause,
                        kind,
                        Objects.requireNonNull(inSpecter(victim)).number());
            }
        }
    }

    private @Nullable Order inSpecter(Victim victim) {
        return scene.specter
                .account(victim.merchant.account())
                .order(Long.toString(victim.orderId))
                .orElse(null);
    }

    /**
     * That the number is somebody else's was answered and not yet booked: nobody can tell that from a lost answer to an order of
     * ours, so the next "already there" is believed. Our own record shows an attempt, and Specter has no call that would tell more.
     */
    private boolean answerIsLost(Victim victim) {
        Point point = victim.point;
        return kind == Decision.Kind.RETRY
                && point != null
                && point.before()
                && point.where().equals("order.SubmitOrder")
                && point.what().contains("insert attention");
    }

    @Override
    String outcome(Victim victim) {
        if (answerIsLost(victim)) {
            assertThat(victim.decided).isEmpty();
            return super.outcome(victim) + ", which is somebody else's: known limit, as after any lost answer";
        }
        if (kind == Decision.Kind.RETRY) {
            assertThat(isSettled(victim)).as("its workflow has ended").isTrue();
            // Not the order that had taken its number.
            likeInTheShop(victim);
        }
        if (kind == Decision.Kind.RETRY && victim.decided.isEmpty()) {
            // The number was free again before the killed try was repeated, and nobody had to decide any more.
            return super.outcome(victim) + ", before a person decided";
        }
        assertThat(victim.decided).hasSize(1);
        if (kind != Decision.Kind.SKIP) {
            return super.outcome(victim);
        }
        assertThat(isSettled(victim)).as("its workflow has ended").isTrue();
        OrderLists.Line line =
                scene.apps.bean(OrderLists.class).find(victim.order()).orElseThrow();
        assertThat(line.skippedBy()).isEqualTo(TransferRules.OPERATOR);
        assertThat(inSpecter(victim)).isNull();
        return decisions(victim) + "not in Specter";
    }
}
