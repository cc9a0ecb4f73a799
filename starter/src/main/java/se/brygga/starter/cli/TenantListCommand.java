package se.brygga.starter.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.Standing;
import se.brygga.workflows.ShopRef;

/** {@code brygga tenant list}. */
@Component
@Command(
        name = "list",
        description = "Lists every tenant's shops: which are served, suspended or removed, since when and why.")
final class TenantListCommand implements Callable<Integer> {

    private final SetupStore setups;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    /**
     * One shop.
     *
     * @param state served, suspended or removed
     * @param since null, as are {@code by} and {@code reason}, while it is served
     * @param hooksLeft our web hooks are still in it, though it is not served, or at an address that it had before
     */
    private record Line(
            ShopRef shop,
            String state,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason,
            boolean hooksLeft) {}

    TenantListCommand(SetupStore setups) {
        this.setups = setups;
    }

    @Override
    public Integer call() {
        List<ShopRef> hooksLeft = setups.leaving().hooksInShops();
        List<Line> lines = new ArrayList<>();
        setups.everyShop().forEach(shop -> lines.add(line(shop, setups.standing(shop), hooksLeft.contains(shop))));
        if (json) {
            System.out.println(Output.json(lines));
            return 0;
        }
        Table table = new Table("SHOP", "STATE", "SINCE", "BY", "REASON", "WEB HOOKS");
        lines.forEach(line -> table.row(
                line.shop(), line.state(), Output.time(line.since()), line.by(), line.reason(), whereHooksAre(line)));
        System.out.print(table.isEmpty() ? "There are no tenants.\n" : table);
        return 0;
    }

    private static @Nullable String whereHooksAre(Line line) {
        return !line.hooksLeft() ? null : line.since() == null ? "still at its old address" : "still in the shop";
    }

    private static Line line(ShopRef shop, Optional<Standing> standing, boolean hooksLeft) {
        return standing.map(s -> new Line(shop, s.state().code(), s.since(), s.by(), s.reason(), hooksLeft))
                .orElseGet(() -> new Line(shop, "served", null, null, null, hooksLeft));
    }
}
