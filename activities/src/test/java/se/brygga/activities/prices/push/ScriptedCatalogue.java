package se.brygga.activities.prices.push;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ProductsInMemory;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;

/** A shop that a test fills and looks at: a master list 1, a customer list 2 under it, a country list 3 in NOK. */
final class ScriptedCatalogue extends ProductsInMemory implements ShopPrices {

    static final long MASTER = 1;
    static final long DEALERS = 2;
    static final long NORWAY = 3;

    private final Map<VariantRef, Map<Long, PriceRow>> rows = new HashMap<>();
    private final Map<VariantRef, Map<Long, Map<Integer, BigDecimal>>> tiers = new HashMap<>();
    private final Set<Long> active = new HashSet<>(Set.of(MASTER, DEALERS));
    private final Map<String, RemoteFailure.Why> refusing = new HashMap<>();
    private final Set<String> vanishing = new HashSet<>();
    /** Variants whose prices come in an answer that cannot be read. */
    final Set<String> unreadable = new HashSet<>();

    private final Set<String> unanswered = new HashSet<>();
    private final List<String> writes = new ArrayList<>();
    private boolean losesAnswer;
    private long norway = NORWAY;
    int questions;
    /** How many decimals the shop keeps (O-29). */
    int decimals = 4;

    synchronized void has(String sku) {
        rows.put(add(sku), new TreeMap<>());
    }

    synchronized void shows(String sku, long list, String price) {
        shows(sku, list, price, null);
    }

    synchronized void shows(String sku, long list, String price, @Nullable String special) {
        row(ref(sku), list, new BigDecimal(price), special == null ? null : new BigDecimal(special));
    }

    synchronized void showsTier(String sku, long list, int quantity, String price) {
        tiersOf(ref(sku), list).put(quantity, new BigDecimal(price));
    }

    /** Somebody takes the price away in the shop. */
    synchronized void losesRow(String sku, long list) {
        Objects.requireNonNull(rows.get(ref(sku))).remove(list);
    }

    /** Questions for its tiers are lost. */
    synchronized void answersNotFor(String sku) {
        unanswered.add(sku);
    }

    /** The variant is deleted after the sweep and before it is asked for. */
    synchronized void vanishesWhenAsked(String sku) {
        vanishing.add(sku);
    }

    /** The product is made anew: the SKU is another variant, with what it showed. */
    synchronized void move(String sku) {
        VariantRef before = ref(sku);
        has(sku);
        rows.put(ref(sku), Objects.requireNonNull(rows.remove(before)));
    }

    synchronized void refuse(String sku) {
        refuse(sku, RemoteFailure.Why.BAD_REQUEST);
    }

    synchronized void refuse(String sku, RemoteFailure.Why why) {
        refusing.put(sku, why);
    }

    synchronized void refuseTier(String sku, int quantity) {
        refuse(sku + " from " + quantity);
    }

    /** The next write is made, and its answer does not arrive. */
    synchronized void losesTheNextAnswer() {
        losesAnswer = true;
    }

    synchronized void refuseNothing() {
        refusing.clear();
    }

    synchronized void close(long list) {
        active.remove(list);
    }

    /** Rows that are missing read zero then, the others stay (O-31). */
    synchronized void activateFillingWhatIsMissing(long list) {
        active.add(list);
        rows.forEach((ref, ofVariant) -> ofVariant.putIfAbsent(list, new PriceRow(list, BigDecimal.ZERO, null)));
    }

    /** The country list is deleted, and made again under its name with another id. */
    synchronized void remakeNorway(long id) {
        rows.values().forEach(ofVariant -> ofVariant.remove(norway));
        tiers.values().forEach(ofVariant -> ofVariant.remove(norway));
        norway = id;
        active.add(id);
    }

    /** The article is deleted, and made again with an id of its own: it has no prices. */
    synchronized void remake(String sku) {
        has(sku);
    }

    /** All prices of the list are zero then, offers and tiers gone (O-31). */
    synchronized void activate(long list) {
        active.add(list);
        rows.forEach((ref, ofVariant) -> {
            ofVariant.put(list, new PriceRow(list, BigDecimal.ZERO, null));
            tiersOf(ref, list).clear();
        });
    }

    /** {@code 79.20}, {@code 100.00 offer 70.00}, or {@code none}. */
    synchronized String shown(String sku, long list) {
        PriceRow row = Objects.requireNonNull(rows.get(ref(sku))).get(list);
        if (row == null) {
            return "none";
        }
        BigDecimal special = row.specialPriceExVat();
        return plain(row.priceExVat()) + (special == null ? "" : " offer " + plain(special));
    }

    synchronized Map<Integer, String> shownTiers(String sku, long list) {
        Map<Integer, String> shown = new TreeMap<>();
        tiersOf(ref(sku), list).forEach((quantity, price) -> shown.put(quantity, plain(price)));
        return shown;
    }

    private static String plain(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }

    /** What was written since the last time, as {@code SKU list quantity}. */
    synchronized List<String> takeWrites() {
        List<String> taken = writes.stream().sorted().toList();
        writes.clear();
        return taken;
    }

    private Map<Integer, BigDecimal> tiersOf(VariantRef ref, long list) {
        return tiers.computeIfAbsent(ref, r -> new HashMap<>()).computeIfAbsent(list, l -> new TreeMap<>());
    }

    private void row(VariantRef ref, long list, BigDecimal price, @Nullable BigDecimal special) {
        Objects.requireNonNull(rows.get(ref))
                .put(list, new PriceRow(list, kept(price), special == null ? null : kept(special)));
    }

    private BigDecimal kept(BigDecimal price) {
        return price.setScale(decimals, java.math.RoundingMode.HALF_UP);
    }

    private Written write(VariantRef ref, long list, int quantity, Runnable change) {
        Optional<String> sku = sku(ref);
        if (sku.isEmpty()) {
            return Written.VARIANT_GONE;
        }
        RemoteFailure.Why why = refusing.getOrDefault(sku.get() + " from " + quantity, refusing.get(sku.get()));
        if (why != null) {
            throw new RemoteFailure(RemoteSystem.STARWEB, RemoteFailure.Kind.REFUSED, why, "refused");
        }
        change.run();
        if (losesAnswer) {
            losesAnswer = false;
            throw new RemoteFailure(
                    RemoteSystem.STARWEB,
                    RemoteFailure.Kind.OUTCOME_UNKNOWN,
                    RemoteFailure.Why.CONNECTION_LOST,
                    "lost");
        }
        writes.add(sku.get() + " " + list + " " + quantity);
        return Written.DONE;
    }

    @Override
    protected synchronized Variant shown(String sku, VariantRef ref) {
        return new Variant(
                ref,
                sku,
                null,
                null,
                visibility(ref),
                List.copyOf(Objects.requireNonNull(rows.get(ref)).values()));
    }

    @Override
    public synchronized List<PriceList> priceLists() {
        return List.of(
                new PriceList(MASTER, true, true, "SEK", null, "Standard", null),
                new PriceList(DEALERS, false, active.contains(DEALERS), null, MASTER, "Dealers", null),
                new PriceList(norway, false, active.contains(norway), "NOK", null, "Norway", null));
    }

    @Override
    public synchronized Optional<List<PriceRow>> prices(VariantRef variant) {
        questions++;
        requireReadable(variant);
        sku(variant).filter(vanishing::contains).ifPresent(this::delete);
        return sku(variant)
                .map(sku ->
                        List.copyOf(Objects.requireNonNull(rows.get(variant)).values()));
    }

    @Override
    public synchronized Written putPrice(
            VariantRef variant, long priceListId, BigDecimal priceExVat, SpecialPrice special) {
        return write(variant, priceListId, 1, () -> {
            PriceRow before = Objects.requireNonNull(rows.get(variant)).get(priceListId);
            BigDecimal offer = switch (special) {
                case SpecialPrice.At(BigDecimal at) -> at;
                case SpecialPrice.None() -> null;
                case SpecialPrice.Untouched() -> before == null ? null : before.specialPriceExVat();
            };
            row(variant, priceListId, priceExVat, offer);
        });
    }

    @Override
    public synchronized void deletePrice(VariantRef variant, long priceListId) {
        write(
                variant,
                priceListId,
                1,
                () -> Objects.requireNonNull(rows.get(variant)).remove(priceListId));
    }

    @Override
    public synchronized List<Tier> tiers(VariantRef variant, long priceListId) {
        requireReadable(variant);
        questions++;
        if (sku(variant).filter(unanswered::contains).isPresent()) {
            throw new RemoteFailure(
                    RemoteSystem.STARWEB, RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_ANSWER_IN_TIME, "lost");
        }
        return tiersOf(variant, priceListId).entrySet().stream()
                .map(entry -> new Tier(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized Written putTier(VariantRef variant, long priceListId, Tier tier) {
        if (!Objects.requireNonNull(rows.get(variant)).containsKey(priceListId)) {
            throw new RemoteFailure(
                    RemoteSystem.STARWEB, RemoteFailure.Kind.REFUSED, RemoteFailure.Why.PRICE_ROW_GONE, "no row");
        }
        return write(
                variant,
                priceListId,
                tier.quantity(),
                () -> tiersOf(variant, priceListId).put(tier.quantity(), kept(tier.priceExVat())));
    }

    @Override
    public synchronized void deleteTier(VariantRef variant, long priceListId, int quantity) {
        write(
                variant,
                priceListId,
                quantity,
                () -> tiersOf(variant, priceListId).remove(quantity));
    }

    private void requireReadable(VariantRef variant) {
        if (sku(variant).filter(unreadable::contains).isPresent()) {
            throw new RemoteFailure(
                    RemoteSystem.STARWEB,
                    RemoteFailure.Kind.OUR_FAULT,
                    RemoteFailure.Why.UNREADABLE_ANSWER,
                    "pricelistId is missing");
        }
    }
}
