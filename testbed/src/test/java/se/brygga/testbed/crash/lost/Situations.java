package se.brygga.testbed.crash.lost;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.testbed.crash.lost.Situation.ACCOUNT;
import static se.brygga.testbed.crash.lost.Situation.SHOP;
import static se.brygga.testbed.crash.lost.Situation.TENANT;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.status.CallbackBook;
import se.brygga.simulators.Fault;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.ShopperAction;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/** Every kind of thing that can be under way, or wait, when Temporal is lost. */
final class Situations {

    private static final String SKU = "KAJ-004";

    private Situations() {}

    static List<Situation> all(StarwebSimulator starweb, SpecterSimulator specter) {
        specter.account(ACCOUNT).quirks().set("order.duplicate", "ERROR_WITH_NO");
        starweb.quirks(SHOP).set(StarwebQuirk.AMOUNT_DISCOUNT, "INC_VAT");
        return List.of(
                new Finished(starweb, specter),
                new Finished(starweb, specter),
                new Finished(starweb, specter),
                new Unanswered(starweb, specter),
                new Unanswered(starweb, specter),
                new Unanswered(starweb, specter),
                new Skipped(starweb, specter),
                new Changed(starweb, specter),
                new Unmarked(starweb, specter),
                new SentAnyway(starweb, specter),
                new Delivered(starweb, specter),
                new Stock(starweb, specter));
    }

    /** How many orders Specter has when all is over. */
    static long inSpecter(List<Situation> situations) {
        return situations.stream()
                .filter(situation -> situation.order != null && !(situation instanceof Skipped))
                .count();
    }

    private static final class Finished extends Situation {

        Finished(StarwebSimulator starweb, SpecterSimulator specter) {
            super("an order that is in Specter", starweb, specter);
        }

        @Override
        boolean isThere(Apps apps) {
            return isTransferred(apps) && isMarked();
        }
    }

    /** The hardest moment: it was sent, and no answer ever came. */
    private static final class Unanswered extends Situation {

        Unanswered(StarwebSimulator starweb, SpecterSimulator specter) {
            super("an order that was sent, without an answer", starweb, specter);
        }

        @Override
        void begin(Apps apps) {
            place(OrderKind.PRIVATE_KLARNA);
            specter.faults()
                    .add(Fault.times("action=newOrderSubmit", Fault.Kind.DROP_AFTER_COMMIT, 0)
                            .withAbout("\\b" + Pattern.quote(Merchants.externalNo(order())) + "\\b"));
            pay();
        }

        @Override
        boolean isThere(Apps apps) {
            return copies() == 1;
        }
    }

    private static final class Skipped extends Situation {

        private boolean decided;

        Skipped(StarwebSimulator starweb, SpecterSimulator specter) {
            super("an order that waits for payment-not-mapped, then skip", starweb, specter);
        }

        @Override
        void begin(Apps apps) {
            place("""
                    {"paymentMethod":"gammal","email":"x@example.se","address":{"lastName":"Ek","address":"Ekgatan 1","city":"Lund"},
                     "items":[{"sku":"KAJ-001","description":"Kajak","unitPrice":100,"quantity":1,"vatRate":25}]}""");
            pay();
        }

        @Override
        boolean isThere(Apps apps) {
            return waitsFor(apps, Cause.PAYMENT_NOT_MAPPED);
        }

        @Override
        boolean hasGoneOn(Apps apps) {
            decided = decided
                    || (waitsFor(apps, Cause.PAYMENT_NOT_MAPPED)
                            && decide(apps, Cause.PAYMENT_NOT_MAPPED, Decision.Kind.SKIP));
            return decided && line(apps).orElseThrow().state() == OrderRecord.State.SKIPPED;
        }

        @Override
        String outcome(Apps apps) {
            assertThat(copies()).isZero();
            return "still waited; skip worked";
        }
    }

    private static final class Changed extends Situation {

        private boolean edited;
        private boolean decided;

        Changed(StarwebSimulator starweb, SpecterSimulator specter) {
            super("an order that waits for changed-after-transfer, then skip", starweb, specter);
        }

        @Override
        boolean isThere(Apps apps) {
            if (!edited && isTransferred(apps) && isMarked()) {
                starweb.edit(SHOP, order().orderId());
                edited = true;
            }
            if (edited && !waitsFor(apps, Cause.CHANGED_AFTER_TRANSFER)) {
                poke(apps, OrderIntakeWorkflow.idOf(order().shop()));
            }
            return waitsFor(apps, Cause.CHANGED_AFTER_TRANSFER);
        }

        @Override
        boolean hasGoneOn(Apps apps) {
            decided = decided
                    || (waitsFor(apps, Cause.CHANGED_AFTER_TRANSFER)
                            && decide(apps, Cause.CHANGED_AFTER_TRANSFER, Decision.Kind.SKIP));
            return decided && line(apps).orElseThrow().cause() == null;
        }

        @Override
        String outcome(Apps apps) {
            return "still waited; skip worked; " + once(apps);
        }
    }

    private static final class Unmarked extends Situation {

        Unmarked(StarwebSimulator starweb, SpecterSimulator specter) {
            super("an order whose number the shop has not been told", starweb, specter);
        }

        @Override
        void begin(Apps apps) {
            place(OrderKind.PRIVATE_KLARNA);
            starweb.faults().add(Fault.times(path("PATCH"), Fault.Kind.DROP_BEFORE_COMMIT, 0));
            pay();
        }

        @Override
        boolean isThere(Apps apps) {
            return isTransferred(apps);
        }

        @Override
        boolean hasGoneOn(Apps apps) {
            return isMarked();
        }

        @Override
        String outcome(Apps apps) {
            return once(apps) + ", and marked";
        }
    }

    /** The decision is in the books; the order has not been read again since. */
    private static final class SentAnyway extends Situation {

        private boolean decided;

        SentAnyway(StarwebSimulator starweb, SpecterSimulator specter) {
            super("an order that waits for totals-differ, and send-anyway was just said", starweb, specter);
        }

        @Override
        void begin(Apps apps) {
            place("""
                    {"paymentMethod":"klarna","email":"y@example.se",
                     "address":{"firstName":"Eva","lastName":"Ek","address":"Ekgatan 1","postalCode":"222 22","city":"Lund","countryCode":"SE"},
                     "items":[{"sku":"KAJ-001","description":"Kajak","unitPrice":100,"quantity":1,"vatRate":25,"discount":20,"discountType":"amount"}]}""");
            pay();
        }

        @Override
        boolean isThere(Apps apps) {
            if (!decided && waitsFor(apps, Cause.TOTALS_DIFFER)) {
                starweb.faults().add(Fault.times(path("GET"), Fault.Kind.DROP_BEFORE_COMMIT, 0));
                decided = decide(apps, Cause.TOTALS_DIFFER, Decision.Kind.SEND_ANYWAY);
            }
            return decided && line(apps).orElseThrow().cause() == null;
        }

        @Override
        String outcome(Apps apps) {
            return once(apps) + ", not asked again";
        }
    }

    private static final class Delivered extends Situation {

        private boolean delivered;

        Delivered(StarwebSimulator starweb, SpecterSimulator specter) {
            super("a delivery that is in the books, and not in the shop", starweb, specter);
        }

        @Override
        boolean isThere(Apps apps) {
            if (!delivered && isTransferred(apps) && isMarked()) {
                starweb.faults().add(Fault.times(path("PATCH"), Fault.Kind.DROP_BEFORE_COMMIT, 0));
                long number = specter.account(ACCOUNT)
                        .order(Merchants.externalNo(order()))
                        .orElseThrow()
                        .number();
                specter.account(ACCOUNT).deliver(number, List.of("1001", "1002"));
                delivered = true;
            }
            if (delivered && callbacks(apps).isEmpty()) {
                poke(apps, Feed.ORDERS.workflowId(TENANT));
            }
            return callbacks(apps).stream().anyMatch(callback -> callback.sentAt() != null);
        }

        private List<CallbackBook.Callback> callbacks(Apps apps) {
            return apps.bean(CallbackBook.class).ofOrder(order());
        }

        @Override
        boolean hasGoneOn(Apps apps) {
            return callbacks(apps).stream().anyMatch(callback -> callback.state() == CallbackBook.State.REPORTED);
        }

        @Override
        String outcome(Apps apps) {
            assertThat(starweb.orderOf(SHOP, order().orderId()).order().status())
                    .isEqualTo("completed");
            assertThat(starweb.shopperActions(SHOP, order().orderId()).stream().map(ShopperAction::what))
                    .containsExactlyInAnyOrder(ShopperAction.Kind.MAIL, ShopperAction.Kind.CAPTURE);
            return once(apps) + ", 1 mail, 1 capture";
        }
    }

    private static final class Stock extends Situation {

        private static final int COUNTED = 37;

        Stock(StarwebSimulator starweb, SpecterSimulator specter) {
            super("a stock that is in the books, and not in the shop", starweb, specter);
        }

        private boolean counted;

        @Override
        void begin(Apps apps) {}

        @Override
        boolean isThere(Apps apps) {
            boolean drained = specter.account(ACCOUNT).pending(SimFeedKind.STOCK) == 0
                    && specter.account(ACCOUNT).openBatches().stream()
                            .noneMatch(batch -> batch.kind() == SimFeedKind.STOCK && batch.changes() > 0);
            if (!counted && drained) {
                starweb.faults().add(Fault.times("PATCH .*/kajak-se/.*/variants/", Fault.Kind.DROP_BEFORE_COMMIT, 0));
                specter.account(ACCOUNT).setStock(SKU, 1, COUNTED);
                counted = true;
                drained = false;
            }
            poke(apps, Feed.STOCK.workflowId(TENANT));
            return counted && drained && !shows();
        }

        private boolean shows() {
            BigDecimal inSpecter = specter.account(ACCOUNT).article(SKU).total();
            return starweb.onSale(SHOP, SKU).compareTo(inSpecter) == 0;
        }

        @Override
        boolean hasGoneOn(Apps apps) {
            return shows();
        }

        @Override
        String outcome(Apps apps) {
            return "shop shows " + starweb.onSale(SHOP, SKU);
        }
    }
}
