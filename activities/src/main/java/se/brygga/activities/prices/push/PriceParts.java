package se.brygga.activities.prices.push;

import java.time.InstantSource;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.prices.HeldPriceBook;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.PriceDriftBook;
import se.brygga.activities.prices.ShopPriceBook;
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
