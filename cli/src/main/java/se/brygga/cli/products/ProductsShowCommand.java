package se.brygga.cli.products;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import tools.jackson.databind.JsonNode;

/** {@code brygga products show}. */
@Command(
        name = "show",
        description = "${bundle:help.products-show}",
        footer = {"", "${bundle:help.products-show.examples}"})
final class ProductsShowCommand extends ServerCommand {

    /** All that is known of a variant on its way to Specter. */
    private record ProductStory(
            ProductLine product,
            long productId,
            long variantId,
            List<Value> values,
            @Nullable Instant writtenAt) {}

    private record Value(
            String field, @Nullable String inShop, @Nullable String written) {}

    @Mixin
    private ShopArgument shop = new ShopArgument();

    @Parameters(paramLabel = "SKU", index = "1", description = "${bundle:help.products-show.SKU}")
    private String sku = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        JsonNode answer = server().get(
                        Server.path(
                                "products", shop.shop().tenant(), shop.shop().shop(), "story"),
                        Map.of("sku", sku));
        if (json.print(answer)) {
            return 0;
        }
        ProductStory story = Server.read(answer, ProductStory.class);
        Lines lines = language.lines();
        System.out.println(lines.say(Line.SKU_IN_SHOP, sku, story.product().shop()) + ": "
                + story.product().standing(lines) + "\n");
        Table table = lines.table(ProductText.PRODUCT_HEADINGS);
        story.values().forEach(value -> table.row(value.field(), value.inShop(), value.written()));
        System.out.println(table);
        System.out.println(lines.say(
                ProductText.PRODUCT_VARIANT, story.productId(), story.variantId(), Output.time(story.writtenAt())));
        Cause cause = story.product().cause();
        if (cause != null) {
            CauseTexts texts = language.texts();
            System.out.printf(
                    "%n%s  (%s)%n%s%n%s%n%s%n",
                    texts.title(cause),
                    cause.code(),
                    texts.text(cause),
                    lines.detail(story.product().detail()),
                    texts.fix(cause));
        }
        return 0;
    }
}
