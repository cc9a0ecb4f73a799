package se.brygga.clients.shop;

import java.time.Instant;

/** A shop that is not Starweb keeps the contracts. */
class ShopInMemoryTest
        implements ShopOrdersContract,
                OrderMarksContract,
                ShopNamesContract,
                ShopHooksContract,
                ShopProductsContract,
                ShopStockContract,
                ShopPricesContract,
                ShopCatalogueContract,
                CatalogueListsContract {

    private final ShopInMemory shop = new ShopInMemory();

    ShopInMemoryTest() {
        shop.orders.pageSize = 5;
    }

    @Override
    public WebShop client() {
        return shop.client();
    }

    @Override
    public String sku() {
        return GoodsInMemory.SKU;
    }

    @Override
    public long placeAndPay() {
        return shop.orders.placeAndPay().orderId();
    }

    @Override
    public long place() {
        return shop.orders.place();
    }

    @Override
    public void edit(long orderId) {
        shop.orders.edit(orderId);
    }

    @Override
    public void delete(long orderId) {
        shop.orders.delete(orderId);
    }

    @Override
    public void markAsAnotherParty(long orderId) {
        shop.orders.mark(orderId, "999", "Lager");
    }

    @Override
    public long told(long orderId) {
        return (long) shop.orders.kept(orderId).mails + shop.orders.kept(orderId).captures;
    }

    @Override
    public int pageSize() {
        return shop.orders.pageSize;
    }

    @Override
    public void later() {
        shop.orders.later();
    }

    @Override
    public Instant now() {
        return shop.orders.now();
    }

    @Override
    public void remove(String sku) {
        shop.goods.delete(sku);
    }
}
