package se.brygga.starter.api.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Limit;
import se.brygga.starter.api.ListPage;
import se.brygga.starter.api.Needs;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.callbacks.CallbackDesk;
import se.brygga.starter.desk.callbacks.CallbackDesk.SilentOrder;

/** What happened to orders in Specter, and what the shop was told of it. */
@RestController
@RequestMapping("/api/v1/callbacks")
class CallbackController {

    private final CallbackDesk desk;

    CallbackController(CallbackDesk desk) {
        this.desk = desk;
    }

    /** Callbacks, newest first. */
    @Needs(Right.READ)
    @GetMapping
    ListPage<Callback> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) Callback.@Nullable State state,
            @RequestParam(required = false) Callback.@Nullable Event event,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Callback> found = desk.list(new CallbackDesk.Filter(
                caller.tenants(tenant), state, event, ListPage.number(after), Limit.checked(limit) + 1));
        return ListPage.of(found, limit, callback -> String.valueOf(callback.id()));
    }

    /**
     * Orders in Specter, neither delivered nor cancelled, about which Specter has said nothing for long; the oldest
     * first.
     */
    @Needs(Right.READ)
    @GetMapping("/silent")
    ListPage<SilentOrder> silent(
            Caller caller,
            @RequestParam String tenant,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        caller.require(tenant);
        List<SilentOrder> found = desk.silent(tenant, shop, ListPage.key(after), Limit.checked(limit) + 1);
        return ListPage.of(found, limit, SilentOrder::key);
    }
}
