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
import se.brygga.cli.view.Word;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import tools.jackson.databind.JsonNode;

/** {@code brygga products show}. */
@Command(
        name = "show",
        description = "${bundle:help.products-show}",
        footer = {"", "${bundle:help.products-show.examples}"})
final class ProductsShowCommand extends ServerCommand {

    /** All that is known of one number. */
    private record ProductStory(
            ProductLine product,
            Master master,
            @Nullable Long productId,
            @Nullable Long variantId,
            List<Value> values,
            ProductGroups.@Nullable ProductGroup group,
            @Nullable Instant writtenAt) {}

    private record Value(
            String field, @Nullable String master, @Nullable String written) {}

    /** The system that decides. */
    private enum Master implements Word {
        SHOP,
        SPECTER
    }

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
        Table table = lines.table(
                story.master() == Master.SHOP ? ProductText.PRODUCT_HEADINGS : ProductText.ARTICLE_HEADINGS);
        story.values().forEach(value -> table.row(value.field(), value.master(), value.written()));
        System.out.println(table);
        System.out.println(where(story, lines));
        if (story.group() != null) {
            System.out.print("\n" + ProductGroups.table(List.of(story.group()), lines));
        }
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

    private static String where(ProductStory story, Lines lines) {
        if (story.productId() == null || story.variantId() == null) {
            return lines.say(ProductText.NOT_IN_SHOP);
        }
        return story.writtenAt() == null
                ? lines.say(ProductText.PRODUCT_VARIANT, story.productId(), story.variantId())
                : lines.say(
                        ProductText.PRODUCT_VARIANT_WRITTEN,
                        story.productId(),
                        story.variantId(),
                        Output.time(story.writtenAt()));
    }
}
