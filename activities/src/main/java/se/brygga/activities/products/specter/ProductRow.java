package se.brygga.activities.products.specter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * A variant of a shop, and what was written to the variant's article in Specter. A product with variants has a row of
 * its own, for its main article.
 *
 * @param sku {@link se.brygga.workflows.Sku#key}; without a SKU, # and the variant's id
 * @param sent null when nothing was written yet
 */
public record ProductRow(String sku, Seen seen, @Nullable Sent sent, Standing standing) {

    /** Where a variant stands. */
    public enum State {
        /** The article differs from the variant, and is to be written. */
        PENDING,
        /** The article has the values of the variant. */
        SETTLED,
        /** A person must mend something. */
        WAITING,
        /** An earlier shop in the set-up decides about the article. */
        LEFT
    }

    /**
     * What the shop has.
     *
     * @param spelled the SKU as the shop spells it
     * @param values by field, in canonical form
     * @param traits what else matters
     * @param twin another variant with the same SKU; null when there is none
     */
    public record Seen(
            String spelled,
            VariantRef ref,
            Map<ProductField, String> values,
            Traits traits,
            @Nullable VariantRef twin) {

        public Seen {
            values = Map.copyOf(values);
        }

        /** The same without values that only a look at the shop shows. */
        Seen withTwin(@Nullable VariantRef other) {
            return new Seen(spelled, ref, values, traits, other);
        }

        Seen gone() {
            return new Seen(spelled, ref, values, new Traits(traits.kind(), traits.nameCut(), true), null);
        }
    }

    /**
     * What matters of a variant beside its values.
     *
     * @param nameCut whether the article's name is shorter than the shop's
     * @param gone whether the shop does not have the variant any more
     */
    public record Traits(Kind kind, boolean nameCut, boolean gone) {}

    /** What an article stands for. */
    public enum Kind {
        VARIANT,
        /** A product that is made of others. */
        BUNDLE,
        /** A whole product, whose variants' articles name this one. The variant's id is 0. */
        MAIN
    }

    /** What was written to the article, by field, and when. */
    public record Sent(Map<ProductField, String> values, Instant at) {

        public Sent {
            values = Map.copyOf(values);
        }
    }

    /**
     * Where the variant stands.
     *
     * @param cause null unless the variant waits
     */
    public record Standing(State state, @Nullable Cause cause, Detail detail, Instant since) {}
}
