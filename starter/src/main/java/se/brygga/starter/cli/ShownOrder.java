package se.brygga.starter.cli;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.store.OrderBook;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.transfer.OrderCodec;
import se.brygga.clients.starweb.StarwebOrder;
import se.brygga.workflows.OrderRef;

/** What the set-up and the kept order add to the lines of a shown order. */
@Component
final class ShownOrder {

    private final SetupStore setups;
    private final OrderBook orders;
    private final OrderCodec codec = new OrderCodec();

    ShownOrder(SetupStore setups, OrderBook orders) {
        this.setups = setups;
        this.orders = orders;
    }

    /** Specter's calls are recorded under this. */
    String externalOrderNo(OrderRef ref) {
        return shop(ref).map(ShopSetup::orderNoPrefix).orElse("") + ref.orderId();
    }

    /** The order's status as it was last read, and the statuses that are transferred: what a rule's text names. */
    Map<String, String> statuses(OrderRef ref) {
        Optional<String> status =
                orders.snapshot(ref).map(codec::order).map(StarwebOrder::status).map(ShownOrder::called);
        Optional<String> wanted =
                shop(ref).map(shop -> String.join(", ", shop.orders().transferWhen()));
        return status.isPresent() && wanted.isPresent()
                ? Map.of("status", status.get(), "wanted", wanted.get())
                : Map.of();
    }

    private Optional<ShopSetup> shop(OrderRef ref) {
        return setups.find(ref.shop()).map(setup -> setup.shop(ref.shop().shop()));
    }

    private static String called(StarwebOrder.Status status) {
        String code = status.idCode();
        String name = status.names().isEmpty() ? null : status.names().getFirst();
        return name == null
                ? code == null ? "" + status.statusId() : code
                : code == null ? name : name + " (" + code + ")";
    }
}
