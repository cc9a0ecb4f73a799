package se.brygga.testbed.demo;

import java.time.Duration;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.products.Direction;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.initial.InitialDesk;
import se.brygga.starter.desk.initial.InitialStory;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.ShopRef;

/** Has the initial sync of the demo's products planned and carried out, as an owner does after reading the plan. */
final class FirstProducts {

    private static final Operator OWNER = new Operator("demo", "the demo's plan is as it should be");
    private static final Duration TICK = Duration.ofMillis(200);

    private final InitialDesk desk;
    private final InitialBook initial;
    private final SetupStore setups;

    FirstProducts(Apps apps) {
        this.desk = apps.bean(InitialDesk.class);
        this.initial = apps.bean(InitialBook.class);
        this.setups = apps.bean(SetupStore.class);
    }

    /** Returns at once. Does nothing where the set-up carries no products, or their sync has begun in an earlier run. */
    void begin() {
        ShopRef shop = Merchants.order("kajak-se", 1).shop();
        boolean carried = setups.find(shop.tenant())
                .filter(setup -> setup.shopsWithProducts().contains(shop))
                .isPresent();
        if (carried && !initial.hasBegun(shop, Direction.TO_SPECTER)) {
            Thread.ofVirtual().name("first-products").start(() -> carryOut(shop));
        }
    }

    private void carryOut(ShopRef shop) {
        desk.plan(shop, OWNER);
        try {
            while (desk.show(shop).state() == InitialStory.State.PLANNING) {
                Thread.sleep(TICK);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        desk.say(shop, InitialDesk.Order.RUN, OWNER);
    }
}
