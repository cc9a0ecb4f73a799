package se.brygga.activities.status;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.setup.StatusSetup;
import se.brygga.activities.starweb.OrderState;
import se.brygga.activities.starweb.OrderUpdate;
import se.brygga.activities.starweb.StarwebClient;
import se.brygga.activities.starweb.StarwebOrder;
import se.brygga.activities.store.OrderBook;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.transfer.OrderCodec;

/**
 * Tracking numbers: Starweb keeps one on an order, so that goes with the status; the others become a comment (Starweb
 * reference section 6). A number that is on the order already is left as it is.
 */
public final class Parcels {

    /** What the shop's order can hold; a longer one goes into the comment whole. */
    private static final int LONGEST = 50;

    private final OrderBook orders;
    private final OrderCodec codec;

    public Parcels(OrderBook orders, OrderCodec codec) {
        this.orders = orders;
        this.codec = codec;
    }

    /** The number to write with the status; null when there is none, no carrier for it, or one on the order already. */
    OrderUpdate.@Nullable Tracking first(
            CallbackBook.Callback callback, StarwebClient client, StatusSetup setup, ShopWords words, OrderState now) {
        if (now.trackingNo() != null || callback.tracking().isEmpty()) {
            return null;
        }
        String number = callback.tracking().getFirst().strip();
        if (number.isEmpty() || number.length() > LONGEST) {
            return null;
        }
        return tracker(callback, client, setup, words)
                .map(type -> new OrderUpdate.Tracking(type, number))
                .orElse(null);
    }

    /** Numbers that the order does not carry become one comment. May be repeated: what a comment says is not said again. */
    private void tellRest(CallbackBook.Callback callback, StarwebClient client, OrderState now) {
        List<String> rest = callback.tracking().stream()
                .map(String::strip)
                .filter(number -> !number.isEmpty() && !number.equals(now.trackingNo()))
                .toList();
        if (rest.isEmpty()) {
            return;
        }
        long orderId = callback.order().orderId();
        List<String> said = client.comments(orderId).stream()
                .map(StarwebClient.OrderComment::text)
                .toList();
        List<String> unsaid = rest.stream()
                .filter(number -> said.stream().noneMatch(text -> says(text, number)))
                .toList();
        if (!unsaid.isEmpty()) {
            client.addComment(orderId, "Kollinummer: " + String.join(", ", unsaid));
        }
    }

    /** Whole: a number may be the beginning of another one. */
    private static boolean says(String text, String number) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(number) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    /** Parcels that became known after the delivery was reported. */
    Outcome tellOfMore(CallbackBook.Callback callback, StarwebClient client, StatusSetup setup, ShopWords words) {
        if (EventRules.of(callback.event(), setup)
                .filter(StatusSetup.Rule::tracking)
                .isEmpty()) {
            return new Outcome.Noted("the set-up does not send tracking numbers");
        }
        Optional<OrderState> now = client.orderState(callback.order().orderId());
        if (now.isEmpty()) {
            return new Outcome.Noted("the order is not in the shop any more");
        }
        tell(callback, client, setup, words, now.get());
        return new Outcome.Reported(null);
    }

    /**
     * Writes the first number where the order has none, and says the others. It writes no status, so it neither mails nor
     * charges, and a lost answer does no harm: the next look finds the number.
     */
    void tell(
            CallbackBook.Callback callback, StarwebClient client, StatusSetup setup, ShopWords words, OrderState now) {
        OrderUpdate.Tracking first = first(callback, client, setup, words, now);
        if (first == null) {
            tellRest(callback, client, now);
            return;
        }
        long orderId = callback.order().orderId();
        client.changeOrder(orderId, new OrderUpdate(null, first));
        tellRest(callback, client, client.orderState(orderId).orElse(now));
    }

    /** By the set-up's map from shipping method to carrier; else the carrier that is called as the shipping method. */
    private Optional<Integer> tracker(
            CallbackBook.Callback callback, StarwebClient client, StatusSetup setup, ShopWords words) {
        Optional<StarwebOrder.Shipping> shipping =
                orders.snapshot(callback.order()).map(codec::order).map(StarwebOrder::shipping);
        if (shipping.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = Stream.of(
                        shipping.get().externalId(),
                        shipping.get().methodId() == null
                                ? null
                                : Long.toString(shipping.get().methodId()),
                        shipping.get().name())
                .flatMap(Stream::ofNullable)
                .toList();
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(setup.trackers().get(key)).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(shipping.get().name()))
                .flatMap(text -> words.tracker(callback.order().shop(), client, text));
    }
}
