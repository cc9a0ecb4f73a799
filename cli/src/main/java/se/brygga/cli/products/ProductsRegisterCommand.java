package se.brygga.cli.products;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Server;
import se.brygga.workflows.ShopRef;
import tools.jackson.databind.JsonNode;

/** {@code brygga products register}. */
@Command(
        name = "register",
        description = "${bundle:help.products-register}",
        footer = {"", "${bundle:help.products-register.examples}"})
final class ProductsRegisterCommand extends ServerCommand {

    @Parameters(paramLabel = "SHOP", index = "0", arity = "0..1", description = "${bundle:help.products-register.SHOP}")
    private @Nullable ShopRef shop;

    @Option(names = "--markdown", description = "${bundle:help.products-register.markdown}")
    private boolean markdown;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        String path = shop == null
                ? Server.path("products", "register")
                : Server.path("products", shop.tenant(), shop.shop(), "register");
        JsonNode answer = server().get(path, Map.of());
        if (!json.print(answer)) {
            System.out.print(
                    markdown
                            ? Register.markdown(answer, language.lines())
                            : Register.of(answer, language.lines()).table());
        }
        return 0;
    }
}
