package se.brygga.starter.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.starter.desk.orders.OrderList;
import se.brygga.starter.desk.orders.OrderStory;
import se.brygga.starter.desk.orders.WaitingCause;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** Orders, and what waits about them. */
@RestController
@RequestMapping("/api/v1")
class OrderController {

    private final OrderDesk desk;

    OrderController(OrderDesk desk) {
        this.desk = desk;
    }

    /** Orders, newest first, and what is wrong beside them. */
    @Needs(Right.READ)
    @GetMapping("/orders")
    OrderList list(
            @RequestAttribute(Gate.CALLER) Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) OrderLine.@Nullable State state,
            @RequestParam(required = false) @Nullable Cause cause,
            @RequestParam(defaultValue = "100") int limit) {
        return desk.list(new OrderDesk.Filter(caller.tenant(tenant), shop, state, cause, Limit.checked(limit)));
    }

    /** Everything about one order. */
    @Needs(Right.READ)
    @GetMapping("/orders/{tenant}/{shop}/{number}")
    OrderStory story(
            @RequestAttribute(Gate.CALLER) Caller caller,
            @PathVariable String tenant,
            @PathVariable String shop,
            @PathVariable long number) {
        caller.require(tenant);
        return desk.story(OrderRef.of(tenant, shop, number));
    }

    /** The same, of the only shop that has an order with this number. */
    @Needs(Right.READ)
    @GetMapping("/orders/{number}")
    OrderStory story(@RequestAttribute(Gate.CALLER) Caller caller, @PathVariable long number) {
        return desk.story(desk.withNumber(number, caller::reaches));
    }

    /** What waits for a person, by cause; the most frequent cause first. */
    @Needs(Right.READ)
    @GetMapping("/causes")
    List<WaitingCause> causes(
            @RequestAttribute(Gate.CALLER) Caller caller, @RequestParam(required = false) @Nullable String tenant) {
        return desk.causes(caller.tenant(tenant));
    }
}
