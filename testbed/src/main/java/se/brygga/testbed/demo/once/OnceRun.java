package se.brygga.testbed.demo.once;

import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.kit.Apps;

/** An order of each kind there; deliveries, stock and prices back; products there; all of it must arrive. */
public final class OnceRun {

    private final OnceOrders orders;
    private final OnceBack back;
    private final OnceProducts products;
    private final SpecterSimulator specter;

    public OnceRun(StarwebSimulator starweb, SpecterSimulator specter, Apps apps) {
        this.orders = new OnceOrders(starweb, specter, apps);
        this.back = new OnceBack(starweb, specter, apps);
        this.products = new OnceProducts(starweb, specter, apps);
        this.specter = specter;
    }

    /** @return 0 if all of it has arrived, each order once and to the öre; else 1 */
    public int run() throws InterruptedException {
        back.prepare();
        orders.place();
        System.out.println(orders.count() + " orders are placed; waiting for them in Specter ...");
        orders.await();
        back.change(orders);
        System.out.printf("%n%d changes are made in Specter; waiting for the shops ...%n", back.count());
        back.await();
        products.change();
        System.out.printf("%n%d changes are made to products in Starweb; waiting for Specter ...%n", products.count());
        products.await();
        System.out.printf(
                "%n%d orders placed, %d in Specter once and to the öre, %d not. Specter holds %d orders.%n",
                orders.count(),
                orders.count() - orders.wrong(),
                orders.wrong(),
                specter.accounts().stream()
                        .mapToInt(account -> specter.account(account).orders().size())
                        .sum());
        System.out.printf(
                "%d changes to products in Starweb, %d made in Specter, %d not.%n",
                products.count(), products.count() - products.wrong(), products.wrong());
        System.out.printf(
                "%d changes in Specter, %d shown in the shops, %d not.%n",
                back.count(), back.count() - back.wrong(), back.wrong());
        return orders.wrong() + back.wrong() + products.wrong() == 0 ? 0 : 1;
    }
}
