package se.brygga.activities.prices;

import java.time.InstantSource;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.catalogue.SkuMap;
import se.brygga.activities.store.feed.HeldPriceBook;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.activities.store.feed.PriceBook;
import se.brygga.activities.store.feed.PriceDriftBook;
import se.brygga.activities.store.feed.ShopPriceBook;
import se.brygga.clients.starweb.StarwebClients;

/** What the flow of prices works with. */
public record PriceParts(
        StarwebClients starweb,
        PriceBook book,
        ShopPriceBook inShop,
        HeldPriceBook held,
        PriceDriftBook drifts,
        SkuMap skus,
        NoticeBook notices,
        TransactionTemplate transactions,
        InstantSource time) {}
