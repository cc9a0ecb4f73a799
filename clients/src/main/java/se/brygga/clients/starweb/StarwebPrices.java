package se.brygga.clients.starweb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;
import se.brygga.workflows.attention.Phrase;

/** Prices over Starweb's API (reference section 8). */
final class StarwebPrices implements ShopPrices {

    private static final String PRICE = VariantCalls.VARIANT + "/prices/{id}";
    private static final String TIER = PRICE + "/volume/{quantity}";

    private static final int PRICE_DECIMALS = 4;

    private final VariantCalls calls;

    StarwebPrices(VariantCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<PriceList> priceLists() {
        return calls.json().list("/pricelists", "GET /pricelists", "price lists").stream()
                .map(CatalogueReader::priceList)
                .toList();
    }

    @Override
    public Optional<List<PriceRow>> prices(VariantRef variant) {
        String action = "GET " + VariantCalls.VARIANT + "/prices";
        return VariantCalls.unlessGone(() -> calls.json()
                        .list(VariantCalls.path(variant) + "/prices", action, VariantCalls.subject(variant)))
                .map(CatalogueReader::priceRows);
    }

    @Override
    public Written putPrice(VariantRef variant, long priceListId, BigDecimal priceExVat, SpecialPrice special) {
        String path = VariantCalls.path(variant) + "/prices";
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("pricelistId", priceListId);
        body.put("priceExVat", price(priceExVat));
        switch (special) {
            case SpecialPrice.At(BigDecimal offer) -> body.put("specialPriceExVat", price(offer));
            case SpecialPrice.None() -> body.put("specialPriceExVat", null);
            case SpecialPrice.Untouched() -> {}
        }
        return VariantCalls.isThere(() -> calls.json()
                                .write(
                                        "PATCH",
                                        path + "/" + priceListId,
                                        body,
                                        "PATCH " + PRICE,
                                        VariantCalls.subject(variant)))
                        // The shop refuses an unknown list in the body. So only the variant can be missing in the path.
                        || VariantCalls.isThere(() -> calls.json()
                                .write(
                                        "POST",
                                        path,
                                        body,
                                        "POST " + VariantCalls.VARIANT + "/prices",
                                        VariantCalls.subject(variant)))
                ? Written.DONE
                : Written.VARIANT_GONE;
    }

    @Override
    public void deletePrice(VariantRef variant, long priceListId) {
        calls.json()
                .delete(
                        VariantCalls.path(variant) + "/prices/" + priceListId,
                        "DELETE " + PRICE,
                        VariantCalls.subject(variant));
    }

    @Override
    public List<Tier> tiers(VariantRef variant, long priceListId) {
        String action = "GET " + PRICE + "/volume";
        return VariantCalls.unlessGone(
                        () -> calls.json().list(volume(variant, priceListId), action, VariantCalls.subject(variant)))
                .map(rows -> rows.stream().map(CatalogueReader::tier).toList())
                .orElse(List.of());
    }

    @Override
    public Written putTier(VariantRef variant, long priceListId, Tier tier) {
        String path = volume(variant, priceListId);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("quantity", tier.quantity());
        body.put("priceExVat", price(tier.priceExVat()));
        String create = "POST " + PRICE + "/volume";
        return VariantCalls.isThere(() -> calls.json()
                                .write(
                                        "PATCH",
                                        path + "/" + tier.quantity(),
                                        body,
                                        "PATCH " + TIER,
                                        VariantCalls.subject(variant)))
                        || VariantCalls.isThere(
                                () -> calls.json().write("POST", path, body, create, VariantCalls.subject(variant)))
                ? Written.DONE
                : calls.goneUnlessThere(variant, create, Why.PRICE_ROW_GONE, Phrase.PRICE_ROW_GONE);
    }

    @Override
    public void deleteTier(VariantRef variant, long priceListId, int quantity) {
        calls.json()
                .delete(volume(variant, priceListId) + "/" + quantity, "DELETE " + TIER, VariantCalls.subject(variant));
    }

    private static String volume(VariantRef variant, long priceListId) {
        return VariantCalls.path(variant) + "/prices/" + priceListId + "/volume";
    }

    /** Four decimals, as many as the shop keeps as far as anybody knows (O-29). */
    private static BigDecimal price(BigDecimal exVat) {
        return exVat.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    }
}
