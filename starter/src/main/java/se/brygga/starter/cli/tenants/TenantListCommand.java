package se.brygga.starter.cli.tenants;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.desk.tenants.ShopStanding;
import se.brygga.starter.desk.tenants.TenantDesk;

/** {@code brygga tenant list}. */
@Command(
        name = "list",
        description = "Lists every tenant's shops: which are served, suspended or removed, since when and why.")
final class TenantListCommand extends DeskCommand {

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        List<ShopStanding> shops = desk(TenantDesk.class).list();
        if (json.print(shops)) {
            return 0;
        }
        Table table = new Table("SHOP", "STATE", "SINCE", "BY", "REASON", "WEB HOOKS");
        shops.forEach(shop -> table.row(
                shop.shop(),
                shop.state().word(),
                Output.time(shop.since()),
                shop.by(),
                shop.reason(),
                whereHooksAre(shop)));
        System.out.print(table.isEmpty() ? "There are no tenants.\n" : table);
        return 0;
    }

    private static @Nullable String whereHooksAre(ShopStanding shop) {
        return !shop.hooksLeft()
                ? null
                : shop.state() == ShopStanding.State.SERVED ? "still at its old address" : "still in the shop";
    }
}
