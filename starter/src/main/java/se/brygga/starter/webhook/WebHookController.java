package se.brygga.starter.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.metrics.Metric;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.shop.ShopHooks.ProductEvent;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.starter.doors.RequestBody;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/**
 * Takes web hooks: {@code POST /hook/{tenant}/{shop}/{event}/{secret}}. The transfer reads the order, and the sync of
 * products the product, to find out whether the event is true. Answers:
 *
 * <ul>
 * <li>204 once the event is stored, now or before
 * <li>404 for a wrong secret or shop
 * <li>400 for a body that names no order or product
 * <li>408 for a body that does not end
 * <li>413 for a body that is too large
 * <li>429 while too many of the shop's web hooks wait
 * </ul>
 */
@RestController
class WebHookController {

    private final SetupStore setups;
    private final WebHookInbox inbox;
    private final WebHookDispatcher dispatcher;
    private final ProductHooks products;
    private final RequestBody body;
    private final WebHookPayload.Reader reader = new WebHookPayload.Reader();
    private final MeterRegistry meters;

    WebHookController(
            SetupStore setups,
            WebHookInbox inbox,
            WebHookDispatcher dispatcher,
            ProductHooks products,
            RequestBody body,
            MeterRegistry meters) {
        this.setups = setups;
        this.inbox = inbox;
        this.dispatcher = dispatcher;
        this.products = products;
        this.body = body;
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
        Optional<WebHookEvent> ofOrder = WebHookEvent.ofKey(event);
        Optional<ProductEvent> ofProduct = ProductEvent.ofKey(event);
        if ((ofOrder.isEmpty() && ofProduct.isEmpty()) || !isKnown(tenant, shop, secret)) {
            return ResponseEntity.notFound().build();
        }
        ShopRef ref = new ShopRef(tenant, shop);
        if (ofOrder.isPresent() ? !dispatcher.takesMoreOf(ref) : !products.takesMoreOf(ref)) {
            Metric.WEB_HOOKS_REFUSED.counter(meters, event).increment();
            return refused(HttpStatus.TOO_MANY_REQUESTS, "too many web hooks of this shop wait already; send it later");
        }
        // Read only after the secret was checked: nobody without the secret can fill our memory.
        return switch (body.read(stream)) {
            case RequestBody.Read.Whole(byte[] bytes) ->
                ofOrder.isPresent() ? store(ref, ofOrder.get(), bytes) : store(ref, ofProduct.orElseThrow(), bytes);
            case RequestBody.Read.TooLarge(int most) ->
                refused(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than " + most + " bytes");
            case RequestBody.Read.TooSlow(Duration longest) ->
                refused(HttpStatus.REQUEST_TIMEOUT, "the body did not end within " + longest.toSeconds() + " s");
        };
    }

    private ResponseEntity<?> store(ShopRef shop, WebHookEvent event, byte[] body) {
        if (body.length == 0) {
            return refused(HttpStatus.BAD_REQUEST, "the body is empty; expected JSON with orderId");
        }
        try {
            WebHookPayload payload = reader.read(body);
            OrderRef order = new OrderRef(shop, payload.orderId());
            Optional<WebHookInbox.Event> stored = inbox.store(order, event, payload.statusCode(), payload.eventKey());
            Metric.WEB_HOOKS
                    .counter(meters, event.key(), Boolean.toString(stored.isEmpty()))
                    .increment();
            stored.ifPresent(dispatcher::dispatchSoon);
            return ResponseEntity.noContent().build();
        } catch (IllegalArgumentException e) {
            return refused(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private ResponseEntity<?> store(ShopRef shop, ProductEvent event, byte[] body) {
        if (body.length == 0) {
            return refused(HttpStatus.BAD_REQUEST, "the body is empty; expected JSON with productId");
        }
        try {
            products.take(shop, reader.productId(body));
            Metric.WEB_HOOKS
                    .counter(meters, event.key(), Boolean.toString(false))
                    .increment();
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
