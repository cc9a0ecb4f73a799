package se.brygga.activities.transfer;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.change.OrderComparison;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.setup.kept.NotServed;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.OrderMarks;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.ShopOrderActivities;
import se.brygga.workflows.transfer.ShopOrderActivities.ChangeFound;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;
import se.brygga.workflows.transfer.TransferRules;

/** Reads, marks and compares an order in the shop. The books hold every outcome before it is returned. */
final class ShopOrderActivitiesImpl implements ShopOrderActivities {

    /** Name of our external service on an order that has another party's mark. */
    private static final String SERVICE_NAME = "Brygga";

    /** How long a new order gets another look, because a read may show a write late (Starweb reference, O-42). */
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(6);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final SetupStore setups;
    private final WebShops shops;
    private final OrderBook orders;
    private final OrderPreparation preparation;
    private final OrderComparison comparison;
    private final InstantSource time;

    ShopOrderActivitiesImpl(
            SetupStore setups,
            WebShops shops,
            OrderBook orders,
            OrderPreparation preparation,
            OrderComparison comparison,
            InstantSource time) {
        this.setups = setups;
        this.shops = shops;
        this.orders = orders;
        this.preparation = preparation;
        this.comparison = comparison;
        this.time = time;
    }

    @Override
    public Fetched fetchOrder(OrderRef order, boolean overridden) {
        // Asked first: if an attempt is settled meanwhile, the next reading shows its number.
        boolean inDoubt = preparation.inDoubt(order);
        Optional<OrderRecord> known = orders.records().find(order);
        if (known.isPresent()
                && known.get().standing()
                        instanceof OrderRecord.Standing.Transferred(long number, var _, boolean marked)) {
            return new Fetched.AlreadyTransferred(number, marked, known.get().invoiceDue());
        }
        if (known.filter(OrderRecord::skippedByOperator).isPresent()) {
            return new Fetched.Skipped(TransferRules.OPERATOR);
        }
        if (inDoubt) {
            return preparation.finish(known.orElseThrow());
        }
        Optional<TenantSetup> setup = setups.served(order.shop());
        if (setup.isEmpty()) {
            NotServed why = NotServed.why(setups, order.shop());
            return parked(order, why.cause(), why.detail());
        }
        ShopSetup shop = setup.get().shop(order.shop().shop());
        try {
            WebShop webShop = webShop(order, shop);
            Optional<ShopOrder> found = webShop.orders().order(order.orderId());
            if (found.filter(ShopOrder::complete).isEmpty() && heardOfJustNow(known)) {
                throw notShownYet(found.isPresent());
            }
            if (found.isEmpty()) {
                return preparation.deleted(order);
            }
            return preparation.decide(order, known, overridden, found.get(), setup.get(), webShop.marks());
        } catch (RemoteFailure failure) {
            if (Failures.needsPerson(failure)) {
                return parked(order, Failures.causeOf(failure, Cause.STARWEB_REFUSED), failure.told());
            }
            throw Failures.forRetry(failure);
        }
    }

    private boolean heardOfJustNow(Optional<OrderRecord> known) {
        return known.filter(record -> time.instant().isBefore(record.heardAt().plus(SHOWN_WITHIN)))
                .isPresent();
    }

    /**
     * The failure for an order that somebody named a moment ago, and that the shop does not show yet, or not as paid.
     */
    private static ApplicationFailure notShownYet(boolean there) {
        return Failures.busy(
                there ? "the shop does not show the payment yet" : "the shop does not show the order yet",
                BETWEEN_LOOKS);
    }

    private Fetched parked(OrderRef order, Cause cause, Detail detail) {
        orders.parked(Question.transfer(order), null, cause, detail);
        return new Fetched.Parked(cause);
    }

    @Override
    public StepResult markOrder(OrderRef order, long specterNumber) {
        boolean foreignMark =
                orders.records().find(order).map(OrderRecord::foreignMark).orElse(false);
        try {
            OrderMarks shopMarks = webShop(
                            order,
                            setups.require(order.shop()).shop(order.shop().shop()))
                    .marks();
            if (foreignMark) {
                shopMarks.putExternalService(order.orderId(), SERVICE_NAME, Long.toString(specterNumber));
            } else {
                shopMarks.linkOrder(order.orderId(), Long.toString(specterNumber));
            }
        } catch (RemoteFailure failure) {
            if (!Failures.needsPerson(failure)) {
                throw Failures.forRetry(failure);
            }
            Cause cause = Failures.causeOf(failure, Cause.NOT_MARKED_IN_SHOP);
            orders.parked(Question.transfer(order), null, cause, failure.told());
            return new StepResult.Parked(cause);
        }
        orders.marked(order);
        return new StepResult.Done(specterNumber);
    }

    @Override
    public ChangeFound compareOrder(OrderRef order) {
        if (setups.served(order.shop()).isEmpty()) {
            NotServed why = NotServed.why(setups, order.shop());
            orders.parked(Question.change(order), null, why.cause(), why.detail());
            return new ChangeFound(why.cause());
        }
        TenantSetup setup = setups.require(order.shop());
        return comparison.compare(order, webShop(order, setup.shop(order.shop().shop())), setup);
    }

    private WebShop webShop(OrderRef order, ShopSetup shop) {
        return shops.shop(order.shop(), shop);
    }
}
