package se.brygga.cli.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Trouble;
import se.brygga.cli.view.Word;

/** All that the books know of one SKU in one shop. */
record StockStory(
        String shop,
        String sku,
        List<Site> specter,
        BigDecimal unbooked,
        List<Sale> sales,
        List<Part> parts,
        List<Wanted> wanted,
        List<Told> told,
        @Nullable Variant variant,
        @Nullable Withheld withheld,
        @Nullable Gone gone,
        Trouble.@Nullable NotWritten notWritten) {

    /** Why nothing of an article goes to the shops. */
    enum Withheld implements Word {
        MADE_BY_ORDER,
        PERHAPS_MADE_BY_ORDER,
        SPELLED_TWICE
    }

    /** Why a shop must not go on selling an article. */
    enum Gone implements Word {
        DELETED,
        NOT_STOCKED
    }

    /** What Specter has in a warehouse; null for the only warehouse. */
    record Site(@Nullable String site, BigDecimal available, Instant changedAt) {}

    /** What an order has sold of the SKU, or of a kit with the SKU. */
    record Sale(String order, String sku, BigDecimal quantity) {}

    /** A part of a kit. */
    record Part(String articleNo, BigDecimal quantity) {}

    /** What the shop should show. */
    record Wanted(
            @Nullable String site,
            @Nullable String location,
            @Nullable BigDecimal quantity) {}

    /** What was last written to the shop. */
    record Told(
            @Nullable Long location,
            @Nullable BigDecimal quantity,
            @Nullable Instant at,
            @Nullable BigDecimal refused,
            @Nullable String refusal) {}

    /** The SKU's variant in the shop; null ids where the shop has none. */
    record Variant(@Nullable Long productId, @Nullable Long variantId, Instant lookedAt) {}
}
