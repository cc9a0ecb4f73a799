package se.brygga.starter.trigger;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.activities.feed.TriggerKind;
import se.brygga.activities.metrics.Metric;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.starter.doors.LoopPoker;
import se.brygga.starter.doors.RequestBody;
import se.brygga.workflows.ShopRef;

/**
 * Takes Specter's triggers: {@code GET|POST /trigger/{tenant}/{kind}/{secret}} (Specter reference section 9). Answers
 * {@code 1;Done} once the loop was told, or will be within seconds. Answers 404 for a wrong secret, tenant or kind.
 *
 * <p>A trigger is only a hint: the pull finds out what is true. The one exception is an invoice, which no feed tells
 * without the assumed adapter. Such a trigger is booked where the set-up knows what its {@code orderId} is.
 */
@RestController
class TriggerController {

    private static final Pattern ORDER_ID = Pattern.compile("(?:^|&)orderId=([1-9]\\d{0,17})(?:&|$)");

    private final SetupStore setups;
    private final SpecterOrderBook orders;
    private final LoopPoker poker;
    private final RequestBody body;
    private final MeterRegistry meters;

    TriggerController(
            SetupStore setups, SpecterOrderBook orders, LoopPoker poker, RequestBody body, MeterRegistry meters) {
        this.setups = setups;
        this.orders = orders;
        this.poker = poker;
        this.body = body;
        this.meters = meters;
    }

    /**
     * Reads {@code orderId} as the set-up's {@code specter.triggerOrderId} says (O36). Other parameters are not read.
     */
    @RequestMapping(
            path = "/trigger/{tenant}/{kind}/{secret}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> receive(
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String secret,
            HttpServletRequest request)
            throws IOException {
        Optional<TriggerKind> known = TriggerKind.ofKey(kind);
        if (known.isEmpty() || !isKnown(tenant, secret)) {
            return ResponseEntity.notFound().build();
        }
        Metric.TRIGGERS.counter(meters, kind).increment();
        if (known.get() == TriggerKind.INVOICE && isSpectersOrderNumber(tenant)) {
            orderId(request).ifPresent(number -> orders.invoiced(tenant, number));
        }
        poker.pokeSoon(known.get().feed().workflowId(tenant));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("1;Done");
    }

    /** The parameter from the query or a form. The container's own parameters would read a body without end. */
    private OptionalLong orderId(HttpServletRequest request) throws IOException {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String form = body.read(request.getInputStream()) instanceof RequestBody.Read.Whole(byte[] bytes)
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : "";
        Matcher found = ORDER_ID.matcher(query + "&" + form);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    /**
     * Another kind of id could be the number of another order. That order would be told as invoiced, and its money
     * taken.
     */
    private boolean isSpectersOrderNumber(String tenant) {
        return setups.find(tenant)
                .filter(setup -> setup.specter().triggerOrderId() == SpecterSetup.TriggerOrderId.NUMBER)
                .isPresent();
    }

    private boolean isKnown(String tenant, String secret) {
        return ShopRef.KEY.matcher(tenant).matches() && setups.isTriggerSecret(tenant, secret);
    }
}
