package se.brygga.starter.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.WebHookInbox;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/**
 * Takes web hooks: {@code POST /hook/{tenant}/{shop}/{event}/{secret}}. Answers 204 once the event is stored (also for one
 * that was stored before), 404 for a wrong secret or shop, 400 for a body that names no order, 413 for one that is too
 * large, 429 while too many of the shop's wait. Whether the event is true, the transfer finds out by reading the order.
 */
@RestController
class WebHookController {

    /** Starweb's payload has ten short fields. */
    private static final int LARGEST_BODY = 16 * 1024;

    private final SetupStore setups;
    private final WebHookInbox inbox;
    private final WebHookDispatcher dispatcher;
    private final WebHookPayload.Reader reader = new WebHookPayload.Reader();
    private final MeterRegistry meters;

    WebHookController(SetupStore setups, WebHookInbox inbox, WebHookDispatcher dispatcher, MeterRegistry meters) {
        this.setups = setups;
        this.inbox = inbox;
        this.dispatcher = dispatcher;
        this.meters = meters;
    }

    @PostMapping("/hook/{tenant}/{shop}/{event}/{secret}")
    ResponseEntity<?> receive(
            @PathVariable String tenant,
            @PathVariable String shop,
            @PathVariable String event,
            @PathVariable String secret,
            InputStream stream)
            throws IOException {
        if (!isKnown(tenant, shop, secret) || !WebHookDispatcher.EVENTS.contains(event)) {
            return ResponseEntity.notFound().build();
        }
        if (!dispatcher.takesMoreOf(new ShopRef(tenant, shop))) {
            meters.counter("brygga.webhooks.refused", "event", event).increment();
            return refused(HttpStatus.TOO_MANY_REQUESTS, "too many web hooks of this shop wait already; send it later");
        }
        // Only now, and no more than this: whoever does not know the secret cannot fill our memory, nor anybody else.
        byte[] body = stream.readNBytes(LARGEST_BODY + 1);
        if (body.length == 0) {
            return refused(HttpStatus.BAD_REQUEST, "the body is empty; expected JSON with orderId");
        }
        if (body.length > LARGEST_BODY) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than " + LARGEST_BODY + " bytes");
        }
        try {
            WebHookPayload payload = reader.read(body);
            OrderRef order = OrderRef.of(tenant, shop, payload.orderId());
            Optional<WebHookInbox.Event> stored = inbox.store(order, event, payload.statusCode(), payload.eventKey());
            meters.counter("brygga.webhooks", "event", event, "repeated", Boolean.toString(stored.isEmpty()))
                    .increment();
            stored.ifPresent(dispatcher::dispatchSoon);
            return ResponseEntity.noContent().build();
        } catch (IllegalArgumentException e) {
            return refused(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private boolean isKnown(String tenant, String shop, String secret) {
        return ShopRef.KEY.matcher(tenant).matches()
                && ShopRef.KEY.matcher(shop).matches()
                && setups.isHookSecret(new ShopRef(tenant, shop), secret);
    }

    private static ResponseEntity<ProblemDetail> refused(HttpStatus status, String why) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, why)).build();
    }
}
