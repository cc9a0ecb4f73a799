package se.brygga.simulators.starweb.prices;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One price list of a shop. */
public final class SimPriceList {

    /** What kind a list is, which decides what must and may be written. */
    public enum Kind {
        MASTER,
        COUNTRY,
        CUSTOMER
    }

    public final long id;
    public final Kind kind;
    public String name;
    public String currency;
    public String region = "all";
    public String countryCodes = "";
    public boolean active;

    /** Null unless it is a customer list. */
    @Nullable
    Long parent;

    JsonNode externalId = MissingNode.getInstance();
    JsonNode externalIdType = MissingNode.getInstance();

    SimPriceList(long id, Kind kind, String name, String currency, boolean active) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.currency = currency;
        this.active = active;
    }
}
