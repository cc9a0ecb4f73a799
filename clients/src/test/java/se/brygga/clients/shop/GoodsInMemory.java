package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockRow;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.workflows.Sku;

/**
 * The goods of {@link ShopInMemory}: each variant is a product of its own, with its stock on it. A test may give the shop other
 * lists than its own; nothing is done with them.
 */
public final class GoodsInMemory extends ProductsInMemory implements ShopStock, ShopPrices {

    static final String SKU = "MUGG";

    private static final long MASTER = 1;
    private static final long IN_STOCK = 1;
    private static final long SOLD_OUT = 2;

    private static final class Mug {
        BigDecimal quantity = BigDecimal.TEN;
        long status = IN_STOCK;

        @Nullable
        PriceRow price;

        final TreeMap<Integer, BigDecimal> tiers = new TreeMap<>();
    }

    public List<StockLocation> locations = List.of();
    public List<StockStatus> statuses = List.of(
            new StockStatus(IN_STOCK, "inStock", true, true, null, List.of("In stock")),
            new StockStatus(SOLD_OUT, null, false, false, null, List.of("Sold out")));
    public List<PriceList> lists = List.of(new PriceList(MASTER, true, true, "SEK", null, "Standard", null));

    private final Script script;
    private final Map<VariantRef, Mug> mugs = new HashMap<>();

    GoodsInMemory(Script script) {
        this.script = script;
        // The shop cannot tell.
        tellsChanges = false;
        mugs.put(add(SKU), new Mug());
        mugs.put(add("FAT"), new Mug());
    }

    /** A new variant without stock or price. */
    VariantRef make(long productId, String sku) {
        VariantRef ref = add(productId, sku);
        Mug mug = new Mug();
        mug.quantity = BigDecimal.ZERO;
        mugs.put(ref, mug);
        return ref;
    }

    private Optional<Mug> mug(VariantRef variant) {
        return sku(variant).map(sku -> mugs.get(variant));
    }

    @Override
    protected Variant shown(String sku, VariantRef ref) {
        Mug mug = Objects.requireNonNull(mugs.get(ref));
        return new Variant(ref, sku, mug.quantity, mug.status, visibility(ref), rows(mug));
    }

    private static List<PriceRow> rows(Mug mug) {
        PriceRow price = mug.price;
        return price == null ? List.of() : List.of(price);
    }

    private Written write(VariantRef variant, Consumer<Mug> change) {
        Optional<Mug> mug = mug(variant);
        mug.ifPresent(change);
        return mug.isPresent() ? Written.DONE : Written.VARIANT_GONE;
    }

    private Written write(VariantRef variant, String sku, Consumer<Mug> change) {
        Written written = write(variant, change);
        return sku(variant).filter(now -> !Sku.same(now, sku)).isPresent() ? Written.OTHER_SKU : written;
    }

    private static RemoteFailure gone(RemoteFailure.Why why) {
        return new RemoteFailure(RemoteSystem.STARWEB, RemoteFailure.Kind.REFUSED, why, why.key());
    }

    @Override
    public List<StockLocation> stockLocations() {
        script.play("stockLocations");
        return locations;
    }

    @Override
    public List<StockStatus> stockStatuses() {
        script.play("stockStatuses");
        return statuses;
    }

    @Override
    public Optional<List<StockRow>> stocks(VariantRef variant) {
        return mug(variant).map(mug -> List.of());
    }

    @Override
    public Written putStock(
            VariantRef variant, long stockLocationId, BigDecimal quantity, @Nullable Long statusId, long statusIfNew) {
        if (mug(variant).isPresent()) {
            throw gone(RemoteFailure.Why.STOCK_LOCATION_GONE);
        }
        return Written.VARIANT_GONE;
    }

    @Override
    public Written setVariantStock(VariantRef variant, String sku, int quantity, @Nullable Long statusId) {
        return write(variant, sku, mug -> {
            mug.quantity = BigDecimal.valueOf(quantity);
            mug.status = statusId == null ? mug.status : statusId;
        });
    }

    @Override
    public List<PriceList> priceLists() {
        script.play("priceLists");
        return lists;
    }

    @Override
    public Optional<List<PriceRow>> prices(VariantRef variant) {
        return mug(variant).map(GoodsInMemory::rows);
    }

    @Override
    public Written putPrice(VariantRef variant, long priceListId, BigDecimal priceExVat, SpecialPrice special) {
        return write(variant, mug -> {
            PriceRow before = mug.price;
            BigDecimal offer = switch (special) {
                case SpecialPrice.At(BigDecimal at) -> at;
                case SpecialPrice.None() -> null;
                case SpecialPrice.Untouched() -> before == null ? null : before.specialPriceExVat();
            };
            mug.price = new PriceRow(priceListId, priceExVat, offer);
        });
    }

    @Override
    public void deletePrice(VariantRef variant, long priceListId) {
        write(variant, mug -> {
            mug.price = null;
            mug.tiers.clear();
        });
    }

    @Override
    public List<Tier> tiers(VariantRef variant, long priceListId) {
        List<Tier> tiers = new ArrayList<>();
        mug(variant).ifPresent(mug -> mug.tiers.forEach((quantity, price) -> tiers.add(new Tier(quantity, price))));
        return tiers;
    }

    @Override
    public Written putTier(VariantRef variant, long priceListId, Tier tier) {
        if (mug(variant).filter(mug -> mug.price == null).isPresent()) {
            throw gone(RemoteFailure.Why.PRICE_ROW_GONE);
        }
        return write(variant, mug -> mug.tiers.put(tier.quantity(), tier.priceExVat()));
    }

    @Override
    public void deleteTier(VariantRef variant, long priceListId, int quantity) {
        write(variant, mug -> mug.tiers.remove(quantity));
    }
}
