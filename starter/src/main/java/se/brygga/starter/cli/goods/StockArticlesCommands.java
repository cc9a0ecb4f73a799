package se.brygga.starter.cli.goods;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.options.TenantArgument;
import se.brygga.starter.cli.terminal.Outcomes;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.stock.HeldArticle;
import se.brygga.starter.desk.stock.StockDesk;

/** {@code brygga stock articles} and {@code brygga stock accept}. */
final class StockArticlesCommands {

    private StockArticlesCommands() {}

    /** {@code brygga stock articles}. */
    @Command(
            name = "articles",
            description = "Articles of Specter that go to no shop, or that a shop must not sell, and why.")
    static final class Articles extends DeskCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            List<HeldArticle> held = desk(StockDesk.class).articles(of.tenant());
            if (json.print(held)) {
                return 0;
            }
            Table table = new Table("ARTICLE", "OTHER NUMBER", "HELD BACK", "GONE");
            held.forEach(article -> table.row(
                    article.article(),
                    article.other(),
                    article.hold() == null ? null : article.hold().word(),
                    article.gone() == null ? null : article.gone().word()));
            System.out.print(table.isEmpty() ? "Nothing is held back.\n" : table);
            return 0;
        }
    }

    /** {@code brygga stock accept}. */
    @Command(
            name = "accept",
            description =
                    "What Specter says of an article that an order had made is right as it is; or: of two articles whose"
                            + " numbers differ in case, this one is meant.")
    static final class Accept extends DeskCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Parameters(paramLabel = "ARTICLE", index = "1", description = "its number, as brygga stock articles shows it")
        private String article = "";

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            List<Outcome<String>> outcomes =
                    List.of(desk(StockDesk.class).accept(of.tenant(), article, operator.operator()));
            return json.print(outcomes)
                    ? Outcomes.exitCode(outcomes)
                    : Outcomes.print(
                            outcomes, accepted -> "article " + accepted + " goes to the shops with the next poll");
        }
    }
}
