package se.brygga.starter.desk.products;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.specter.ProductRow;
import se.brygga.setup.products.ProductField;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.products.ProductGroups.ProductGroup;
import se.brygga.workflows.ShopRef;

/**
 * All that the books know of one number: as the master has it, what was written to the other side, and what waits.
 *
 * @param master the system that decides
 * @param productId the product in the shop; null when it has none, as far as is known
 * @param variantId as {@code productId}
 * @param group the articles that form one product of the shop with this one; null for an article by itself, and where
 *     the shop is the master
 * @param writtenAt when something was last written to Specter; null for never, and where Specter is the master
 */
public record ProductStory(
        ProductLine product,
        Master master,
        @Nullable Long productId,
        @Nullable Long variantId,
        List<Value> values,
        @Nullable ProductGroup group,
        @Nullable Instant writtenAt) {

    /** The system that decides about products. */
    public enum Master implements Word {
        SHOP,
        SPECTER
    }

    /**
     * The value of a field. Null means none.
     *
     * @param field the word in set-up files
     * @param master as the master has it
     * @param written as it was last written to the other side
     */
    record Value(
            String field, @Nullable String master, @Nullable String written) {}

    /** A variant on its way to Specter. */
    static ProductStory of(ShopRef shop, ProductRow row) {
        ProductRow.Sent sent = row.sent();
        return new ProductStory(
                ProductLine.of(shop, row),
                Master.SHOP,
                row.seen().ref().productId(),
                row.seen().ref().variantId(),
                values(row.seen().values(), sent == null ? Map.of() : sent.values()),
                null,
                sent == null ? null : sent.at());
    }

    /** Those that the master has, or that were written. */
    static List<Value> values(Map<ProductField, String> master, Map<ProductField, String> written) {
        return Arrays.stream(ProductField.values())
                .map(field -> new Value(field.word(), master.get(field), written.get(field)))
                .filter(value -> value.master() != null || value.written() != null)
                .toList();
    }
}
