package se.brygga.activities.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.activities.mapping.texts.WrittenText;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.OrderMarks;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.shop.ShopNames;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;
import se.brygga.setup.StatusSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Writes tracking numbers. Starweb keeps one number on an order, which goes with the status. The others become a
 * comment (Starweb reference section 6). A number that the order has already is left unchanged.
 */
final class Parcels {

    /** The longest number that the shop's order can hold. A longer one goes whole into the comment. */
    private static final int LONGEST = 50;

    private final OrderBook orders;
    private final OrderCodec codec;

    Parcels(OrderBook orders, OrderCodec codec) {
        this.orders = orders;
        this.codec = codec;
    }

    /** Says that the shop refuses the parcel's number, whatever else is written with it. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RemoteFailure failure;

        Refused(RemoteFailure failure) {
            super(failure);
            this.failure = failure;
        }

        Detail told() {
            return failure.told();
        }
    }

    /** Whether a refusal is about the written value. The rights of the API client, and a missing order, are not. */
    static boolean isAboutTheValue(RemoteFailure failure) {
        return failure.kind() == RemoteFailure.Kind.REFUSED
                && failure.why() != RemoteFailure.Why.FORBIDDEN
                && failure.why() != RemoteFailure.Why.NOT_FOUND;
    }

    /** The place for the first parcel's number. */
    sealed interface Place {

        /** On the order, with the status or alone. */
        record OnOrder(OrderUpdate.Tracking tracking) implements Place {}

        /**
         * In a comment.
         *
         * @param why for the operator; the name of a shipping method, nothing personal
         */
        record InComment(Detail why) implements Place {}

        /** Nowhere: there is no number, or the order has it already. */
        record Settled() implements Place {}
    }

    Place placeOfFirst(
            CallbackBook.Callback callback, WebShop shop, StatusSetup setup, ShopWords words, OrderState now) {
        if (now.trackingNo() != null || callback.tracking().isEmpty()) {
            return new Place.Settled();
        }
        String number = callback.tracking().getFirst().strip();
        if (number.isEmpty()) {
            return new Place.Settled();
        }
        if (number.length() > LONGEST) {
            return new Place.InComment(Phrase.PARCEL_TOO_LONG.with(number.length(), LONGEST));
        }
        return orders.content()
                .snapshot(callback.order())
                .map(codec::order)
                .map(ShopOrder::shipping)
                .<Place>map(shipping -> tracker(shipping, callback.order().shop(), shop.names(), setup, words)
                        .<Place>map(type -> new Place.OnOrder(new OrderUpdate.Tracking(type, number)))
                        .orElseGet(() -> new Place.InComment(Phrase.NO_CARRIER.with(described(shipping)))))
                .orElseGet(() -> new Place.InComment(Phrase.METHOD_UNKNOWN.with()));
    }

    /**
     * Writes the numbers that the order does not carry as one comment. Idempotent: a number in an existing comment is
     * not written again.
     */
    private void tellRest(CallbackBook.Callback callback, OrderMarks marks, OrderState now) {
        List<String> rest = callback.tracking().stream()
                .map(String::strip)
                .filter(number -> !number.isEmpty() && !number.equals(now.trackingNo()))
                .toList();
        if (rest.isEmpty()) {
            return;
        }
        long orderId = callback.order().orderId();
        List<String> said =
                marks.comments(orderId).stream().map(OrderComment::text).toList();
        List<String> unsaid = rest.stream()
                .filter(number -> said.stream().noneMatch(text -> says(text, number)))
                .toList();
        if (!unsaid.isEmpty()) {
            marks.addComment(orderId, WrittenText.PARCELS.with(String.join(", ", unsaid)));
        }
    }

    /** Whether a text has the whole number, because one number may be the beginning of another. */
    private static boolean says(String text, String number) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(number) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    /** Writes parcels that became known after the delivery was reported. */
    CallbackOutcome tellOfMore(CallbackBook.Callback callback, WebShop shop, StatusSetup setup, ShopWords words) {
        if (StatusRules.of(callback.event(), setup)
                .filter(StatusSetup.Rule::tracking)
                .isEmpty()) {
            return new CallbackOutcome.Noted(Phrase.NO_TRACKING);
        }
        Optional<OrderState> now = shop.marks().orderState(callback.order().orderId());
        if (now.isEmpty()) {
            return new CallbackOutcome.Noted(Phrase.NOT_IN_SHOP);
        }
        Detail why = tell(callback, shop, setup, words, now.get());
        return new CallbackOutcome.Reported(why.isNone() ? null : why);
    }

    /**
     * Writes the first number where the order has none, and the others as a comment. It writes no status, so it neither
     * mails nor charges. A lost answer does no harm, because the next look finds the number.
     *
     * @return why the first number is in a comment; nothing when it is not
     * @throws Refused the shop refuses the number
     */
    Detail tell(CallbackBook.Callback callback, WebShop shop, StatusSetup setup, ShopWords words, OrderState now) {
        try {
            return told(callback, shop, setup, words, now);
        } catch (RemoteFailure failure) {
            throw isAboutTheValue(failure) ? new Refused(failure) : failure;
        }
    }

    private Detail told(
            CallbackBook.Callback callback, WebShop shop, StatusSetup setup, ShopWords words, OrderState now) {
        long orderId = callback.order().orderId();
        return switch (placeOfFirst(callback, shop, setup, words, now)) {
            case Place.OnOrder(OrderUpdate.Tracking tracking) -> {
                shop.marks().changeOrder(orderId, new OrderUpdate(null, tracking));
                tellRest(
                        callback, shop.marks(), shop.marks().orderState(orderId).orElse(now));
                yield Detail.NONE;
            }
            case Place.InComment(Detail why) -> {
                tellRest(callback, shop.marks(), now);
                yield why;
            }
            case Place.Settled() -> {
                tellRest(callback, shop.marks(), now);
                yield Detail.NONE;
            }
        };
    }

    /**
     * The carrier by the set-up's map from shipping method to carrier; else the carrier with the shipping method's
     * name.
     */
    private static Optional<Integer> tracker(
            ShopOrder.Shipping shipping, ShopRef shop, ShopNames names, StatusSetup setup, ShopWords words) {
        return keys(shipping)
                .flatMap(key -> setup.trackers().entrySet().stream()
                        .filter(tracker -> tracker.getKey().equalsIgnoreCase(key))
                        .map(Map.Entry::getValue))
                .findFirst()
                .or(() -> Optional.ofNullable(shipping.name()))
                .flatMap(text -> words.tracker(shop, names, text));
    }

    /** The words by which a set-up may name a shipping method. */
    private static Stream<String> keys(ShopOrder.Shipping shipping) {
        Long id = shipping.methodId();
        return Stream.of(shipping.externalId(), id == null ? null : Long.toString(id), shipping.name())
                .flatMap(Stream::ofNullable);
    }

    private static String described(ShopOrder.Shipping shipping) {
        return keys(shipping).distinct().collect(Collectors.joining(", ", "\"", "\""));
    }
}
