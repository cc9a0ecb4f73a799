package se.brygga.simulators.starweb.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.starweb.content.SimContent;

/** A product with its variants, of which the first is the primary one. */
final class Product {

    final long id;
    final String createdAt;
    final List<SimVariant> variants = new ArrayList<>();

    SimContent content;
    String modifiedAt;
    private @Nullable Earlier earlier;

    /** @param product before its last write; null before it was there */
    private record Earlier(@Nullable Product product, Instant at) {}

    Product(long id, SimContent content, String createdAt) {
        this.id = id;
        this.content = content;
        this.createdAt = createdAt;
        this.modifiedAt = createdAt;
    }

    /** As it is now. A later write to the product does not change the copy. */
    Product copy() {
        Product copy = new Product(id, content, createdAt);
        copy.modifiedAt = modifiedAt;
        variants.forEach(variant -> copy.variants.add(variant.copy(copy)));
        return copy;
    }

    void beforeWrite(Instant now) {
        earlier = new Earlier(copy(), now);
    }

    void created(Instant now) {
        earlier = new Earlier(null, now);
    }

    /** The product without a write after a time. Empty when the product was not there then. */
    Optional<Product> seen(Instant time) {
        return earlier != null && earlier.at().isAfter(time)
                ? Optional.ofNullable(earlier.product())
                : Optional.of(this);
    }
}
