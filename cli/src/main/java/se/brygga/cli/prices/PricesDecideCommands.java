package se.brygga.cli.prices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.Outcomes;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.ShopArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Question;
import se.brygga.workflows.Sku;
import se.brygga.workflows.refusal.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The two decisions about price changes that wait. A decision is about exactly what was shown. A change that has since
 * got another price is refused.
 */
final class PricesDecideCommands {

    private PricesDecideCommands() {}

    /** The price changes that are meant. */
    static final class Target {

        @Option(names = "--sku", required = true, description = "${bundle:help.prices-decide.target.sku}")
        private @Nullable String sku;

        @Option(names = "--all", required = true, description = "${bundle:help.prices-decide.target.all}")
        private boolean all;
    }

    /** What both have in common. */
    abstract static class Decide extends ServerCommand {

        /** The starter lists this many at most, and takes this many in a request. */
        private static final int LISTED = 1000;

        private static final int AT_A_TIME = 100;

        private final String verdict;
        private final Line question;
        private final Line done;

        @Mixin
        private ShopArgument shop = new ShopArgument();

        @ArgGroup(multiplicity = "1")
        private Target target = new Target();

        @Option(names = "--list", description = "${bundle:help.prices-decide.decide.list}")
        private @Nullable Long list;

        @Option(names = "--from", description = "${bundle:help.prices-decide.decide.from}")
        private @Nullable Integer from;

        @Option(names = "--yes", description = "${bundle:help.prices-decide.decide.yes}")
        private boolean yes;

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        Decide(String verdict, Line question, Line done) {
            this.verdict = verdict;
            this.question = question;
            this.done = done;
        }

        @Override
        public Integer call() {
            operator.incomplete(Reason.REASON_MISSING.of()).ifPresent(why -> {
                throw usage(why);
            });
            List<JsonNode> meant = meant();
            Lines lines = operator.lines();
            if (meant.isEmpty()) {
                System.err.println(lines.say(
                        Line.NO_SUCH_PRICE_WAITS, shop.shop(), shop.shop().tenant()));
                return 1;
            }
            if (target.all && !yes && !isConfirmed(meant, lines)) {
                System.out.println(lines.say(Line.NOTHING_CHANGED));
                return 1;
            }
            return Outcomes.print(decide(meant), operator.json(), lines, price -> told(price, lines));
        }

        /** The shop's price changes that wait now, and are meant. */
        private List<JsonNode> meant() {
            Map<String, @Nullable Object> query = new HashMap<>();
            query.put("tenant", shop.shop().tenant());
            query.put("shop", shop.shop().shop());
            query.put("limit", LISTED);
            return server().get("/prices/waiting", query)
                    .path("prices")
                    .valueStream()
                    .filter(this::isMeant)
                    .toList();
        }

        private boolean isMeant(JsonNode waiting) {
            WaitingPrices.WaitingPrice price = Server.read(waiting, WaitingPrices.WaitingPrice.class);
            return target.sku == null
                    || (Sku.same(price.sku(), target.sku)
                            && (list == null || price.listId() == list)
                            && (from == null || price.fromQty() == from));
        }

        private boolean isConfirmed(List<JsonNode> meant, Lines lines) {
            System.err.print(WaitingPrices.table(
                    meant.stream()
                            .map(one -> Server.read(one, WaitingPrices.WaitingPrice.class))
                            .toList(),
                    lines));
            return Question.isConfirmed(lines.say(question, meant.size()));
        }

        private ArrayNode decide(List<JsonNode> meant) {
            ArrayNode outcomes = JsonNodeFactory.instance.arrayNode();
            for (int first = 0; first < meant.size(); first += AT_A_TIME) {
                Map<String, @Nullable Object> body = operator.body();
                body.put("verdict", verdict);
                body.put("prices", new ArrayList<>(meant.subList(first, Math.min(meant.size(), first + AT_A_TIME))));
                server().post("/prices/waiting", body).forEach(outcomes::add);
            }
            return outcomes;
        }

        private String told(JsonNode decided, Lines lines) {
            WaitingPrices.WaitingPrice price = Server.read(decided, WaitingPrices.WaitingPrice.class);
            return lines.say(
                    done,
                    price.sku(),
                    price.fromQty(),
                    Price.list(price.listId(), price.list()),
                    Price.text(price.before(), lines),
                    Price.text(price.after(), lines));
        }
    }

    /** {@code brygga prices approve}. */
    @Command(
            name = "approve",
            description = "${bundle:help.prices-decide.approve}",
            footer = {"", "${bundle:help.prices-decide.approve.examples}"})
    static final class Approve extends Decide {
        Approve() {
            super("approved", Line.APPROVE_ALL, Line.PRICE_APPROVED);
        }
    }

    /** {@code brygga prices reject}. */
    @Command(
            name = "reject",
            description = "${bundle:help.prices-decide.reject}",
            footer = {"", "${bundle:help.prices-decide.reject.examples}"})
    static final class Reject extends Decide {
        Reject() {
            super("rejected", Line.REJECT_ALL, Line.PRICE_REJECTED);
        }
    }
}
