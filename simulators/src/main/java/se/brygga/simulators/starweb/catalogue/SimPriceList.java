package se.brygga.simulators.starweb.catalogue;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One price list of a shop. */
final class SimPriceList {

    /** What kind a list is, which decides what must and may be written. */
    enum Kind {
        MASTER,
        COUNTRY,
        CUSTOMER
    }

    final long id;
    final Kind kind;
    String name;
    String currency;
    String region = "all";
    String countryCodes = "";
    boolean active;

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
