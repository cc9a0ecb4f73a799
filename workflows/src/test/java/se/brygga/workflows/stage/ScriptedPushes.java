package se.brygga.workflows.stage;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.push.PushActivities;

/** Shops that take all that is written to them, until told otherwise. */
public final class ScriptedPushes implements PushActivities {

    public static final Pushed ALL = new Pushed(2, 0, false, null);
    public static final Pushed SOME = new Pushed(2, 0, true, null);

    public static final Pushed REFUSED = new Pushed(0, 0, false, "starweb-refused");

    public final Script<Pushed> push;
    public final Script<Pushed> compare;
    private final Set<ShopRef> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean overlapped;

    ScriptedPushes(Calls calls) {
        push = new Script<>(calls, ALL);
        compare = new Script<>(calls, ALL);
    }

    /** Whether two calls for one shop were ever under way at a time. */
    public boolean overlapped() {
        return overlapped;
    }

    @Override
    public Pushed pushStock(ShopRef shop) {
        return alone(shop, () -> push.play("pushStock " + shop.shop()));
    }

    @Override
    public Pushed compareStock(ShopRef shop) {
        return alone(shop, () -> compare.play("compareStock " + shop.shop()));
    }

    @Override
    public Pushed pushPrices(ShopRef shop) {
        return alone(shop, () -> push.play("pushPrices " + shop.shop()));
    }

    @Override
    public Pushed comparePrices(ShopRef shop) {
        return alone(shop, () -> compare.play("comparePrices " + shop.shop()));
    }

    private Pushed alone(ShopRef shop, Supplier<Pushed> work) {
        overlapped |= !underWay.add(shop);
        try {
            return work.get();
        } finally {
            underWay.remove(shop);
        }
    }
}
