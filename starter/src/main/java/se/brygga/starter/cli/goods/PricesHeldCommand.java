package se.brygga.starter.cli.goods;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.prices.HeldPrices;
import se.brygga.starter.desk.prices.PriceDesk;

/** {@code brygga prices held}. */
@Command(
        name = "held",
        description = "Lists price changes that wait for approval, excl. VAT, with what the shop shows now.")
final class PricesHeldCommand extends DeskCommand {

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        HeldPrices held = desk(PriceDesk.class).held(only.tenant());
        if (json.print(held)) {
            return 0;
        }
        held.notWritten()
                .forEach(one -> System.out.println(TroubleLines.notWritten(one, language.texts(), language.lines())));
        Table table = new Table("SHOP", "LIST", "SKU", "FROM", "BEFORE", "AFTER", "CHANGE", "WHY", "SINCE");
        held.prices()
                .forEach(one -> table.row(
                        one.shop(),
                        Prices.list(one.listId(), one.list()),
                        one.sku(),
                        one.fromQty(),
                        Prices.price(one.before()),
                        Prices.price(one.after()),
                        percent(one.changePercent()),
                        one.reason().word(),
                        Output.time(one.since())));
        System.out.print(table.isEmpty() ? "No price waits.\n" : table);
        return 0;
    }

    private static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
    }
}
