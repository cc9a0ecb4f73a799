package se.brygga.cli.products;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.ShopArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import tools.jackson.databind.JsonNode;

/** {@code brygga products list}. */
@Command(
        name = "list",
        description = "${bundle:help.products-list}",
        footer = {"", "${bundle:help.products-list.examples}"})
final class ProductsListCommand extends ListCommand {

    /** Variants of a shop. */
    private record ProductList(List<ProductLine> products, int total, List<Count> counts) {}

    private record Count(ProductLine.State state, boolean gone, int number) {}

    /** Which variants are listed. */
    private static final class Which {

        @Option(names = "--waiting", description = "${bundle:help.products-list.waiting}")
        private boolean waiting;

        @Option(names = "--gone", description = "${bundle:help.products-list.gone}")
        private boolean gone;

        private String word() {
            return waiting ? "waiting" : gone ? "gone" : "all";
        }
    }

    @Mixin
    private ShopArgument shop = new ShopArgument();

    @ArgGroup(exclusive = true)
    private Which which = new Which();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    protected int list() {
        JsonNode answer = server().get(
                        Server.path(
                                "products", shop.shop().tenant(), shop.shop().shop()),
                        Map.of("which", which.word(), "limit", limit.limit()));
        if (json.print(answer)) {
            return 0;
        }
        ProductList list = Server.read(answer, ProductList.class);
        Lines lines = language.lines();
        Table table = lines.table(ProductText.PRODUCTS_HEADINGS);
        list.products()
                .forEach(product -> table.row(
                        product.sku().isEmpty() ? null : product.sku(),
                        product.name(),
                        product.standing(lines),
                        product.cause() == null ? null : product.cause().code(),
                        lines.detail(product.detail()),
                        Output.time(product.since())));
        System.out.print(table.isEmpty() ? lines.say(ProductText.NO_PRODUCT) + "\n" : table);
        if (list.products().size() < list.total()) {
            System.out.println(lines.say(Line.SHOWN_OF, list.products().size(), list.total()));
        }
        return 0;
    }
}
