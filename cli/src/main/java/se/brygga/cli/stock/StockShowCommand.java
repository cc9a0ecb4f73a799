package se.brygga.cli.stock;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.ShopArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.terminal.TroubleLines;
import tools.jackson.databind.JsonNode;

/** {@code brygga stock show}. */
@Command(
        name = "show",
        description = "${bundle:help.stock-show}",
        footer = {"", "${bundle:help.stock-show.examples}"})
final class StockShowCommand extends ServerCommand {

    @Mixin
    private ShopArgument shop = new ShopArgument();

    @Parameters(paramLabel = "SKU", index = "1", description = "${bundle:help.stock-show.SKU}")
    private String sku = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        JsonNode answer = server().get(
                        Server.path("stock", shop.shop().tenant(), shop.shop().shop()), Map.of("sku", sku));
        if (json.print(answer)) {
            return 0;
        }
        StockStory story = Server.read(answer, StockStory.class);
        Lines lines = language.lines();
        System.out.println(lines.say(Line.SKU_IN_SHOP, sku, story.shop()) + "\n");
        System.out.println(table(story, lines));
        System.out.println(lines.say(Line.IN_THE_SHOP, variant(story.variant(), lines)));
        printWithheld(story, lines);
        if (story.notWritten() != null) {
            System.out.println(TroubleLines.notWritten(story.notWritten(), language.texts(), lines));
        }
        return 0;
    }

    private static Table table(StockStory story, Lines lines) {
        Table table = lines.table(Line.STOCK_HEADINGS);
        story.specter()
                .forEach(site -> table.row(
                        lines.say(Line.SPECTER_HAS),
                        site.site() == null ? null : lines.say(Line.WAREHOUSE, site.site()),
                        Output.number(site.available()),
                        Output.time(site.changedAt())));
        story.parts()
                .forEach(part ->
                        table.row(lines.say(Line.MADE_OF), part.articleNo(), Output.number(part.quantity()), null));
        table.row(lines.say(Line.SOLD_NOT_BOOKED), sales(story, lines), Output.number(story.unbooked()), null);
        story.wanted()
                .forEach(wanted -> table.row(
                        lines.say(Line.SHOULD_SHOW), place(wanted, lines), Output.number(wanted.quantity()), null));
        story.told().forEach(told -> addTold(table, told, lines));
        return table;
    }

    private static @Nullable String sales(StockStory story, Lines lines) {
        return story.sales().isEmpty()
                ? null
                : story.sales().stream()
                        .map(sale -> lines.say(
                                sale.sku().equals(story.sku()) ? Line.SOLD_IN : Line.SOLD_IN_KIT,
                                Output.number(sale.quantity()),
                                sale.order(),
                                sale.sku()))
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String place(StockStory.Wanted wanted, Lines lines) {
        return wanted.site() == null ? null : lines.say(Line.WAREHOUSE_IN, wanted.site(), wanted.location());
    }

    private static void addTold(Table table, StockStory.Told told, Lines lines) {
        String where = told.location() == null ? null : lines.say(Line.LOCATION, told.location());
        if (told.quantity() != null) {
            table.row(lines.say(Line.WAS_TOLD), where, Output.number(told.quantity()), Output.time(told.at()));
        }
        if (told.refusal() != null) {
            table.row(lines.say(Line.SHOP_REFUSED), where, Output.number(told.refused()), told.refusal());
        }
    }

    private static void printWithheld(StockStory story, Lines lines) {
        if (story.withheld() != null) {
            System.out.println(lines.say(
                    switch (story.withheld()) {
                        case MADE_BY_ORDER -> Line.WITHHELD_MADE_BY_ORDER;
                        case PERHAPS_MADE_BY_ORDER -> Line.WITHHELD_PERHAPS_MADE_BY_ORDER;
                        case SPELLED_TWICE -> Line.WITHHELD_SPELLED_TWICE;
                    }));
        }
        if (story.gone() != null) {
            System.out.println(lines.say(
                    switch (story.gone()) {
                        case DELETED -> Line.GONE_DELETED;
                        case NOT_STOCKED -> Line.GONE_NOT_STOCKED;
                    }));
        }
    }

    private static String variant(StockStory.@Nullable Variant variant, Lines lines) {
        if (variant == null) {
            return lines.say(Line.NOT_LOOKED_FOR);
        }
        String looked = Output.time(variant.lookedAt());
        return variant.productId() == null
                ? lines.say(Line.NOT_THERE, looked)
                : lines.say(Line.VARIANT, variant.productId(), variant.variantId(), looked);
    }
}
