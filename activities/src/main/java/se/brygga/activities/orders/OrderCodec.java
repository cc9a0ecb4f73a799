package se.brygga.activities.orders;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.mapping.Translation;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.setup.ShopSetup;
import tools.jackson.databind.json.JsonMapper;

/** Converts orders and translations to bytes for the books, and makes the hashes that show a change. */
public final class OrderCodec {

    private final JsonMapper json = JsonMapper.builder().build();

    public byte[] bytes(ShopOrder order) {
        return json.writeValueAsBytes(order);
    }

    public byte[] bytes(Translation.Draft draft) {
        return json.writeValueAsBytes(draft);
    }

    public byte[] bytes(SpecterOrder order) {
        return json.writeValueAsBytes(order);
    }

    /** The part of a reading that the books keep. */
    public OrderReading reading(ShopOrder order, ShopSetup shop) {
        boolean foreign = shop.foreignMark(order).isPresent();
        return new OrderReading(
                order.amountToPay(),
                order.currency(),
                order.createdAt(),
                contentHash(order),
                order.status().statusId(),
                order.complete(),
                foreign,
                bytes(order),
                SearchTerm.of(order));
    }

    public ShopOrder order(byte[] bytes) {
        return json.readValue(bytes, ShopOrder.class);
    }

    public Translation.Draft draft(byte[] bytes) {
        return json.readValue(bytes, Translation.Draft.class);
    }

    public SpecterOrder request(byte[] bytes) {
        return json.readValue(bytes, SpecterOrder.class);
    }

    /**
     * Changes with everything that Specter may be told of an order, and when the order is cancelled or reopened. The
     * comparison of changes decides whether a difference matters. Other statuses and the marks are left out, because
     * they change in normal life. Comments are left out, because a list of orders does not have them.
     */
    public String contentHash(ShopOrder order) {
        List<@Nullable Object> content = new ArrayList<>(Arrays.asList(
                order.status().cancelled(),
                order.currency(),
                plain(order.amountToPay()),
                order.payment().methodId(),
                order.payment().reference(),
                plain(order.payment().fee()),
                plain(order.payment().vatRate()),
                order.shipping().methodId(),
                plain(order.shipping().cost()),
                plain(order.shipping().vatRate()),
                order.langCode(),
                order.discountCode(),
                order.customer(),
                order.addresses(),
                order.remarks().internalComment(),
                order.remarks().customInfo()));
        allItems(order.items())
                .forEach(item -> content.addAll(Arrays.asList(
                        item.sku(),
                        item.description(),
                        plain(item.quantity()),
                        plain(item.unitPrice()),
                        plain(item.vatRate()),
                        plain(item.discount()),
                        item.discountType())));
        return sha256(json.writeValueAsString(content));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** Changes with everything that Specter is told of the customer. */
    public String customerHash(SpecterCustomer customer) {
        return sha256(json.writeValueAsString(customer));
    }

    private static Stream<ShopOrder.Item> allItems(List<ShopOrder.Item> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), allItems(item.bundled())));
    }

    /** 16 hex digits: enough to distinguish two versions of one order, too few to guess the content. */
    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * One reading of a shop order, to be stored.
     *
     * @param contentHash of what Specter is told; without the status
     * @param foreignMark whether the order has another party's mark
     * @param snapshot the order in plain bytes; the book encrypts them
     * @param terms by which people find the order; the book hashes them
     */
    public record OrderReading(
            BigDecimal total,
            String currency,
            Instant placedAt,
            String contentHash,
            long statusId,
            boolean complete,
            boolean foreignMark,
            byte[] snapshot,
            Set<SearchTerm> terms) {

        /**
         * A translation that may be sent.
         *
         * @param customerKey key of the customer's link
         * @param customerId Specter's number of the customer, if exactly this customer is known there
         * @param invoice whether an invoice is wanted
         * @param draft the translation in plain bytes; the book encrypts them
         * @param otherTotals the order's totals in Specter in the readings that we do not assume
         */
        public record Ready(
                String customerKey,
                @Nullable Long customerId,
                boolean invoice,
                byte[] draft,
                List<BigDecimal> otherTotals) {}
    }
}
