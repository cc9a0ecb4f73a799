package se.brygga.simulators.starweb.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;

/** A shop's price lists, and what activating one does to the prices (reference, section 8). */
public final class PriceLists {

    private final Supplier<Stream<NavigableMap<Long, SimPriceRow>>> variants;
    private final Quirks quirks;
    private final NavigableMap<Long, SimPriceList> all = new TreeMap<>();
    private final PriceListsApi api = new PriceListsApi(this);
    private long next;

    /**
     * None yet.
     *
     * @param variants the prices of each variant of the shop, by price list
     * @param random decides on the ids: the master list has not always the first
     */
    public PriceLists(Supplier<Stream<NavigableMap<Long, SimPriceRow>>> variants, Quirks quirks, Random random) {
        this.variants = variants;
        this.quirks = quirks;
        this.next = 1L + random.nextInt(9);
    }

    public SimPriceList add(
            SimPriceList.Kind kind, String name, String currency, boolean active, @Nullable Long parent) {
        SimPriceList list = new SimPriceList(next++, kind, name, currency, active);
        list.parent = parent;
        all.put(list.id, list);
        return list;
    }

    /** {@code /pricelists}. */
    public SimResponse handle(ApiCall call) {
        return api.handle(call);
    }

    public Collection<SimPriceList> all() {
        return all.values();
    }

    public SimPriceList master() {
        return all.values().stream()
                .filter(list -> list.kind == SimPriceList.Kind.MASTER)
                .findFirst()
                .orElseThrow();
    }

    /** A list in a path that does not exist is a missing object. */
    SimPriceList require(long id) {
        SimPriceList list = all.get(id);
        if (list == null) {
            throw ApiError.notFound();
        }
        return list;
    }

    /** A list in a body that does not exist makes the body wrong. */
    public SimPriceList referenced(long id) {
        SimPriceList list = all.get(id);
        if (list == null) {
            throw ApiError.badRequest("unknown pricelistId " + id);
        }
        return list;
    }

    void remove(SimPriceList list) {
        all.remove(list.id);
        variants.get().forEach(prices -> prices.remove(list.id));
    }

    /** As many decimals as the shop keeps (O-29). */
    public BigDecimal kept(BigDecimal price) {
        return price.setScale(quirks.number(StarwebQuirk.PRICE_SCALE), RoundingMode.HALF_UP);
    }

    /** By default all prices of the list are 0 afterwards, offers and tiers gone (O-31). */
    public void activate(SimPriceList list) {
        if (list.active) {
            return;
        }
        list.active = true;
        boolean all = quirks.is(StarwebQuirk.ACTIVATION, "ZERO_ALL");
        variants.get()
                .filter(prices -> all || !prices.containsKey(list.id))
                .forEach(prices -> prices.put(list.id, new SimPriceRow(kept(BigDecimal.ZERO))));
    }
}
