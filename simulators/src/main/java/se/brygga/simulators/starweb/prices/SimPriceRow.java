package se.brygga.simulators.starweb.prices;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A variant's prices in one list. */
public final class SimPriceRow {

    public BigDecimal price;

    /** Null: no offer. */
    @Nullable
    public BigDecimal special;

    /** By the quantity from which they hold. */
    public final NavigableMap<Long, BigDecimal> tiers = new TreeMap<>();

    public JsonNode externalId = MissingNode.getInstance();
    public JsonNode externalIdType = MissingNode.getInstance();

    public SimPriceRow(BigDecimal price) {
        this.price = price;
    }
}
