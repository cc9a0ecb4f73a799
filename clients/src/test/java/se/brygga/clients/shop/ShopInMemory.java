package se.brygga.clients.shop;

/**
 * A second shop system, in memory: no wire, no web of its own. It has little: one price list, stock on its variants, and
 * five statuses. Whatever works with it works with what the roles promise. Tests let it fail by its {@link Script}.
 */
public final class ShopInMemory {

    public final Script script = new Script();
    public final NamesInMemory names = new NamesInMemory(script);
    public final OrdersInMemory orders = new OrdersInMemory(script, names);
    public final HooksInMemory hooks = new HooksInMemory(script);
    public final GoodsInMemory goods = new GoodsInMemory(script);
    public final ListsInMemory lists = new ListsInMemory(script);
    public final CatalogueInMemory catalogue = new CatalogueInMemory(script, goods, lists);

    private final WebShop client = new WebShop(orders, orders, names, hooks, goods, goods, goods, catalogue, lists);

    /** The shop in its roles. */
    public WebShop client() {
        return client;
    }
}
