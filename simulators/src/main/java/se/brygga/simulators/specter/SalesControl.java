package se.brygga.simulators.specter;

import java.util.Map;
import java.util.Optional;
import se.brygga.simulators.specter.ControlApi.Call;

/** {@code orders/…} and {@code customers/…} of the control API. */
final class SalesControl {

    private final SpecterSimulator simulator;

    SalesControl(SpecterSimulator simulator) {
        this.simulator = simulator;
    }

    /** {@code orders/{sbmId}[/{orderNo}[/{what}]]}. */
    Optional<Object> orders(Call call) {
        long sbmId = call.numberAt(1);
        if (call.size() == 2) {
            return Optional.of(simulator.account(sbmId).orders());
        }
        long orderNo = call.numberAt(2);
        SimWish wish = call.wish();
        String what = call.size() == 3 && call.is("DELETE") ? "delete" : call.at(3);
        switch (what) {
            case "deliver" -> simulator.account(sbmId).deliver(orderNo, wish.list("tracking"));
            case "deliver-part" ->
                simulator
                        .account(sbmId)
                        .deliverPart(
                                orderNo, wish.required("articleNo"), wish.decimal("quantity"), wish.text("tracking"));
            case "undo" -> simulator.account(sbmId).undoDelivery(orderNo);
            case "invoice" -> {
                return Optional.of(Map.of("invoiceId", simulator.account(sbmId).invoice(orderNo)));
            }
            case "pay" -> simulator.account(sbmId).pay(orderNo, wish.has("amount") ? wish.decimal("amount") : null);
            case "credit" -> {
                return Optional.of(Map.of("invoiceId", simulator.account(sbmId).credit(orderNo)));
            }
            case "cancel" -> simulator.account(sbmId).cancelOrder(orderNo);
            case "delete" -> simulator.account(sbmId).deleteOrder(orderNo);
            default -> throw call.unknown();
        }
        return Optional.empty();
    }

    /** {@code customers/{sbmId}[/{customerId}]}: list, remove, or give group and price list. */
    Optional<Object> customers(Call call) {
        long sbmId = call.numberAt(1);
        if (call.size() == 2) {
            return Optional.of(simulator.account(sbmId).customers());
        }
        long customerId = call.numberAt(2);
        if (call.is("DELETE")) {
            simulator.account(sbmId).removeCustomer(customerId);
        } else {
            simulator
                    .account(sbmId)
                    .assignCustomer(
                            customerId,
                            call.wish().required("group"),
                            call.wish().whole("priceList", 0));
        }
        return Optional.empty();
    }
}
