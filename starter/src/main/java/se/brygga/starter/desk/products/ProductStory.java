package se.brygga.starter.desk.products;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.specter.ProductRow;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.ShopRef;

/**
 * All that the books know of one variant on its way to Specter.
 *
 * @param values as the shop has them, and as they were last written to the article
 * @param writtenAt when something was last written; null for never
 */
public record ProductStory(
        ProductLine product,
        long productId,
        long variantId,
        List<Value> values,
        @Nullable Instant writtenAt) {

    /**
     * The value of a field. Null means none.
     *
     * @param field the word in set-up files
     * @param inShop as the shop has it
     * @param written as it was last written to the article
     */
    record Value(
            String field, @Nullable String inShop, @Nullable String written) {}

    static ProductStory of(ShopRef shop, ProductRow row) {
        ProductRow.Sent sent = row.sent();
        return new ProductStory(
                ProductLine.of(shop, row),
                row.seen().ref().productId(),
                row.seen().ref().variantId(),
                Arrays.stream(ProductField.values())
                        .map(field -> new Value(
                                field.word(),
                                row.seen().values().get(field),
                                sent == null ? null : sent.values().get(field)))
                        .filter(value -> value.inShop() != null || value.written() != null)
                        .toList(),
                sent == null ? null : sent.at());
    }
}
