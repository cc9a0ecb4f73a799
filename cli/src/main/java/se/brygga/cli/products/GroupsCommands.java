package se.brygga.cli.products;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.Outcomes;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.ShopArgument;
import se.brygga.cli.options.Words;
import se.brygga.cli.products.ProductGroups.ProductGroup;
import se.brygga.cli.products.ProductGroups.Standing;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Question;
import se.brygga.cli.terminal.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code brygga products groups …}. */
final class GroupsCommands {

    private GroupsCommands() {}

    /** {@code brygga products groups}. */
    @Command(
            name = "groups",
            description = "${bundle:help.groups}",
            subcommands = {HelpCommand.class, ListGroups.class, Accept.class, Split.class, Merge.class},
            footer = {"", "${bundle:help.groups.examples}"})
    static final class Groups {}

    private static String path(ShopArgument shop, String... after) {
        List<Object> steps = new ArrayList<>(
                List.of("tenants", shop.shop().tenant(), "shops", shop.shop().shop(), "product-groups"));
        steps.addAll(List.of(after));
        return Server.path(steps.toArray());
    }

    private static String told(JsonNode result, Line line, Lines lines) {
        ProductGroup group = Server.read(result, ProductGroup.class);
        return lines.say(line, group.group(), group.name(), group.articles().size());
    }

    /** {@code brygga products groups list}. */
    @Command(
            name = "list",
            description = "${bundle:help.groups.list}",
            footer = {"", "${bundle:help.groups.list.examples}"})
    static final class ListGroups extends ListCommand {

        @Mixin
        private ShopArgument shop = new ShopArgument();

        @Option(names = "--standing", description = "${bundle:help.groups.list.standing}")
        private @Nullable String standing;

        @Mixin
        private LimitOption limit = new LimitOption();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        protected int list() {
            Map<String, @Nullable Object> query = new HashMap<>();
            String typed = standing;
            query.put(
                    "standing",
                    typed == null
                            ? null
                            : typed(() -> Words.of(Standing.class, "standing", typed))
                                    .word());
            query.put("limit", limit.limit());
            JsonNode answer = server().get(path(shop), query);
            if (json.print(answer)) {
                return 0;
            }
            ProductGroups found = Server.read(answer, ProductGroups.class);
            Lines lines = language.lines();
            Table table = ProductGroups.table(found.groups(), lines);
            System.out.print(table.isEmpty() ? lines.say(Line.NO_GROUP, shop.shop()) + "\n" : table);
            if (found.groups().size() < found.total()) {
                System.out.println(lines.say(Line.SHOWN_OF, found.groups().size(), found.total()));
            }
            return 0;
        }
    }

    /** {@code brygga products groups accept}. */
    @Command(
            name = "accept",
            description = "${bundle:help.groups.accept}",
            footer = {"", "${bundle:help.groups.accept.examples}"})
    static final class Accept extends ServerCommand {

        /** The starter lists this many at most, and takes this many in a request. */
        private static final int LISTED = 1000;

        private static final int AT_A_TIME = 100;

        @Mixin
        private ShopArgument shop = new ShopArgument();

        @Parameters(
                paramLabel = "GROUP",
                index = "1..*",
                arity = "0..*",
                description = "${bundle:help.groups.accept.GROUP}")
        private List<String> groups = new ArrayList<>();

        @Option(names = "--all", description = "${bundle:help.groups.accept.all}")
        private boolean all;

        @Option(names = "--types", split = ",", description = "${bundle:help.groups.types}")
        private List<String> types = new ArrayList<>();

        @Option(names = "--yes", description = "${bundle:help.groups.accept.yes}")
        private boolean yes;

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        @Override
        public Integer call() {
            Lines lines = operator.lines();
            if (all != groups.isEmpty()) {
                throw usage(Line.WHICH_GROUPS);
            }
            List<String> meant = groups;
            if (all) {
                List<ProductGroup> proposed = proposed();
                if (proposed.isEmpty()) {
                    System.err.println(lines.say(Line.NO_GROUP_PROPOSED, shop.shop()));
                    return 1;
                }
                if (!yes && !isConfirmed(proposed, lines)) {
                    System.out.println(lines.say(Line.NOTHING_CHANGED));
                    return 1;
                }
                meant = proposed.stream().map(ProductGroup::group).toList();
            }
            return Outcomes.print(
                    accept(meant), operator.json(), lines, group -> told(group, Line.GROUP_IS_ACCEPTED, lines));
        }

        private List<ProductGroup> proposed() {
            JsonNode answer = server().get(path(shop), Map.of("standing", Standing.PROPOSED.word(), "limit", LISTED));
            return Server.read(answer, ProductGroups.class).groups();
        }

        private static boolean isConfirmed(List<ProductGroup> proposed, Lines lines) {
            System.err.print(ProductGroups.table(proposed, lines));
            return Question.isConfirmed(lines.say(Line.ACCEPT_GROUPS, proposed.size()));
        }

        private ArrayNode accept(List<String> meant) {
            ArrayNode outcomes = JsonNodeFactory.instance.arrayNode();
            for (int first = 0; first < meant.size(); first += AT_A_TIME) {
                Map<String, @Nullable Object> body = operator.body();
                body.put("groups", meant.subList(first, Math.min(meant.size(), first + AT_A_TIME)));
                body.put("types", types);
                server().post(path(shop, "accept"), body).forEach(outcomes::add);
            }
            return outcomes;
        }
    }

    /** {@code brygga products groups split}. */
    @Command(
            name = "split",
            description = "${bundle:help.groups.split}",
            footer = {"", "${bundle:help.groups.split.examples}"})
    static final class Split extends ServerCommand {

        @Mixin
        private ShopArgument shop = new ShopArgument();

        @Parameters(paramLabel = "GROUP", index = "1", description = "${bundle:help.groups.split.GROUP}")
        private String group = "";

        @Parameters(
                paramLabel = "ARTICLE",
                index = "2..*",
                arity = "0..*",
                description = "${bundle:help.groups.split.ARTICLE}")
        private List<String> articles = new ArrayList<>();

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        @Override
        public Integer call() {
            Map<String, @Nullable Object> body = operator.body();
            body.put("group", group);
            body.put("articles", articles);
            Lines lines = operator.lines();
            return Outcomes.print(
                    server().post(path(shop, "split"), body),
                    operator.json(),
                    lines,
                    before -> articles.isEmpty()
                            ? told(before, Line.GROUP_IS_SPLIT, lines)
                            : lines.say(Line.ARTICLES_LEFT_GROUP, String.join(", ", articles), group));
        }
    }

    /** {@code brygga products groups merge}. */
    @Command(
            name = "merge",
            description = "${bundle:help.groups.merge}",
            footer = {"", "${bundle:help.groups.merge.examples}"})
    static final class Merge extends ServerCommand {

        @Mixin
        private ShopArgument shop = new ShopArgument();

        @Parameters(
                paramLabel = "GROUP",
                index = "1..*",
                arity = "2..*",
                description = "${bundle:help.groups.merge.GROUP}")
        private List<String> groups = new ArrayList<>();

        @Option(names = "--types", split = ",", description = "${bundle:help.groups.types}")
        private List<String> types = new ArrayList<>();

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        @Override
        public Integer call() {
            Map<String, @Nullable Object> body = operator.body();
            body.put("groups", groups);
            body.put("types", types);
            Lines lines = operator.lines();
            return Outcomes.print(
                    server().post(path(shop, "merge"), body),
                    operator.json(),
                    lines,
                    merged -> told(merged, Line.GROUP_IS_ACCEPTED, lines));
        }
    }
}
