package se.brygga.cli.products;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.ShopArgument;
import se.brygga.cli.server.Server;
import se.brygga.workflows.ShopRef;
import tools.jackson.databind.JsonNode;

/** {@code brygga products pause | resume | poke | retry}: what an operator can say to the sync of a shop's products. */
final class SyncCommands {

    private SyncCommands() {}

    /** A command that says something to the sync of a shop's products. */
    abstract static class Say extends ServerCommand {

        @Mixin
        private ShopArgument of = new ShopArgument();

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        private final String word;
        private final ProductText done;

        /**
         * @param word the last step of the path
         * @param done the line that says what the sync does from now on
         */
        Say(String word, ProductText done) {
            this.word = word;
            this.done = done;
        }

        @Override
        public Integer call() {
            ShopRef shop = of.shop();
            JsonNode answer = server().post(Server.path("products", shop.tenant(), shop.shop(), word), operator.body());
            if (!operator.json().print(answer)) {
                System.out.println(operator.lines().say(done, shop));
            }
            return 0;
        }
    }

    /** {@code brygga products pause}. */
    @Command(
            name = "pause",
            description = "${bundle:help.products.pause}",
            footer = {"", "${bundle:help.products.pause.examples}"})
    static final class Pause extends Say {

        Pause() {
            super("pause", ProductText.PRODUCTS_PAUSED);
        }
    }

    /** {@code brygga products resume}. */
    @Command(
            name = "resume",
            description = "${bundle:help.products.resume}",
            footer = {"", "${bundle:help.products.resume.examples}"})
    static final class Resume extends Say {

        Resume() {
            super("resume", ProductText.PRODUCTS_RESUMED);
        }
    }

    /** {@code brygga products poke}. */
    @Command(
            name = "poke",
            description = "${bundle:help.products.poke}",
            footer = {"", "${bundle:help.products.poke.examples}"})
    static final class Poke extends Say {

        Poke() {
            super("poke", ProductText.PRODUCTS_POKED);
        }
    }

    /** {@code brygga products retry}. */
    @Command(
            name = "retry",
            description = "${bundle:help.products.retry}",
            footer = {"", "${bundle:help.products.retry.examples}"})
    static final class Retry extends ServerCommand {

        @Mixin
        private ShopArgument of = new ShopArgument();

        @Parameters(paramLabel = "SKU", index = "1..*", description = "${bundle:help.products.retry.SKU}")
        private List<String> numbers = List.of();

        @Option(names = "--all", description = "${bundle:help.products.retry.all}")
        private boolean all;

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        @Override
        public Integer call() {
            if (all != numbers.isEmpty()) {
                throw usage(ProductText.PRODUCTS_WHICH);
            }
            ShopRef shop = of.shop();
            Map<String, @Nullable Object> body = operator.body();
            body.put("numbers", all ? null : numbers);
            JsonNode answer = server().post(Server.path("products", shop.tenant(), shop.shop(), "retry"), body);
            if (!operator.json().print(answer)) {
                System.out.println(operator.lines()
                        .say(
                                ProductText.PRODUCTS_RETRIED,
                                answer.path("retried").asInt(),
                                shop));
            }
            return 0;
        }
    }
}
