package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Sku;

/**
 * What an order has sold until Specter has booked it. The shop lowers its stock when an order is complete (Starweb reference
 * O-35), so that is when it counts; a cancelled order sells nothing.
 */
public final class SoldGoods {

    private final StockBook stock;
    private final TransactionTemplate transactions;

    SoldGoods(StockBook stock, TransactionTemplate transactions) {
        this.stock = stock;
        this.transactions = transactions;
    }

    /** Keeps the order's goods; for one that is not in Specter. May be repeated. */
    public void keep(OrderRef order, ShopOrder read) {
        boolean sells = read.complete() && !read.status().cancelled();
        Map<String, BigDecimal> goods = new HashMap<>();
        if (sells) {
            add(read.items(), goods);
        }
        transactions.executeWithoutResult(tx -> stock.sold(order, goods));
    }

    /**
     * An order that is in Specter was cancelled in the shop, by us or by a person: the shop has put its goods back on its shelf
     * (O-35), so what it was told is old. May be repeated.
     */
    public void gaveBack(OrderRef order, ShopOrder read) {
        Map<String, BigDecimal> goods = new HashMap<>();
        add(read.items(), goods);
        transactions.executeWithoutResult(tx -> stock.shopChangedStock(order.shop(), goods));
    }

    /** Of a bundle its parts too: whichever of them has stock, it is less by so much. */
    private static void add(List<ShopOrder.Item> items, Map<String, BigDecimal> goods) {
        for (ShopOrder.Item item : items) {
            String sku = item.sku();
            if (sku != null && item.quantity().signum() > 0) {
                goods.merge(Sku.key(sku), item.quantity(), BigDecimal::add);
            }
            add(item.bundled(), goods);
        }
    }
}
