package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A variant's prices in one list. */
final class SimPriceRow {

    BigDecimal price;

    /** Null: no offer. */
    @Nullable
    BigDecimal special;

    /** By the quantity from which they hold. */
    final NavigableMap<Long, BigDecimal> tiers = new TreeMap<>();

    JsonNode externalId = MissingNode.getInstance();
    JsonNode externalIdType = MissingNode.getInstance();

    SimPriceRow(BigDecimal price) {
        this.price = price;
    }
}
