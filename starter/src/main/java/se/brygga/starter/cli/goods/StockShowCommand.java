package se.brygga.starter.cli.goods;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.ShopArgument;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.stock.StockDesk;
import se.brygga.starter.desk.stock.StockStory;

/** {@code brygga stock show}. */
@Command(name = "show", description = "One SKU in one shop: what Specter says, what is sold, what the shop was told.")
final class StockShowCommand extends DeskCommand {

    @Mixin
    private ShopArgument shop = new ShopArgument();

    @Parameters(paramLabel = "SKU", index = "1", description = "the article's number")
    private String sku = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        StockStory story = desk(StockDesk.class).story(shop.shop(), sku);
        if (json.print(story)) {
            return 0;
        }
        System.out.printf("%s in %s%n%n", sku, story.shop());
        System.out.print(table(story));
        System.out.printf("%nIn the shop: %s%n%s", variant(story.variant()), heldBack(story));
        if (story.notWritten() != null) {
            System.out.println(TroubleLines.notWritten(story.notWritten(), language.texts(), language.lines()));
        }
        return 0;
    }

    private static Table table(StockStory story) {
        Table table = new Table("WHAT", "WHERE", "QUANTITY", "SINCE");
        story.specter()
                .forEach(site -> table.row(
                        "Specter has",
                        site.site() == null ? null : "warehouse " + site.site(),
                        Output.number(site.available()),
                        Output.time(site.changedAt())));
        story.parts().forEach(part -> table.row("made of", part.articleNo(), Output.number(part.quantity()), null));
        table.row("sold, not booked", sales(story), Output.number(story.unbooked()), null);
        story.wanted()
                .forEach(
                        wanted -> table.row("shop should show", place(wanted), Output.number(wanted.quantity()), null));
        story.told().forEach(told -> addTold(table, told));
        return table;
    }

    private static @Nullable String sales(StockStory story) {
        return story.sales().isEmpty()
                ? null
                : story.sales().stream()
                        .map(sale -> Output.number(sale.quantity()) + " in " + sale.order()
                                + (sale.sku().equals(story.sku()) ? "" : " as part of " + sale.sku()))
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String place(StockStory.Wanted wanted) {
        return wanted.site() == null ? null : "warehouse " + wanted.site() + " in " + wanted.location();
    }

    private static void addTold(Table table, StockStory.Told told) {
        String where = told.location() == null ? null : "location " + told.location();
        if (told.quantity() != null) {
            table.row("shop was told", where, Output.number(told.quantity()), Output.time(told.at()));
        }
        if (told.refusal() != null) {
            table.row("shop refused", where, Output.number(told.refused()), told.refusal());
        }
    }

    private static String heldBack(StockStory story) {
        StockStory.Hold hold = story.hold();
        String held = hold == null
                ? ""
                : switch (hold) {
                    case MADE_BY_ORDER ->
                        "Nothing of it goes to the shop: an order had it made, and nobody in Specter has touched it since.\n";
                    case PERHAPS_MADE_BY_ORDER ->
                        "Nothing of it goes to the shop: an order may have had it made again, which Specter's journal of articles will show.\n";
                    case SPELLED_TWICE ->
                        "Nothing of it goes to the shop: Specter has two articles whose numbers differ in case only.\n";
                };
        return held
                + (story.gone() == null
                        ? ""
                        : "Gone in Specter: " + story.gone().word() + "\n");
    }

    private static String variant(StockStory.@Nullable Variant variant) {
        if (variant == null) {
            return "nobody has looked for it yet";
        }
        return (variant.productId() == null
                        ? "not there"
                        : "product " + variant.productId() + ", variant " + variant.variantId())
                + " (looked " + Output.time(variant.lookedAt()) + ")";
    }
}
