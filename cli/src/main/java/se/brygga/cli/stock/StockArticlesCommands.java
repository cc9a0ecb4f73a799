package se.brygga.cli.stock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.Outcomes;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.TenantArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Table;
import tools.jackson.databind.JsonNode;

/** {@code brygga stock articles} and {@code brygga stock accept}. */
final class StockArticlesCommands {

    private StockArticlesCommands() {}

    /** Articles that go to no shop, or that a shop must not sell. */
    private record WithheldArticles(List<WithheldArticle> articles, int total) {}

    private record WithheldArticle(
            String article,
            @Nullable String other,
            StockStory.@Nullable Withheld withheld,
            StockStory.@Nullable Gone gone) {}

    /** {@code brygga stock articles}. */
    @Command(
            name = "articles",
            description = "${bundle:help.stock-articles.articles}",
            footer = {"", "${bundle:help.stock-articles.articles.examples}"})
    static final class Articles extends ListCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Mixin
        private LimitOption limit = new LimitOption();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        protected int list() {
            JsonNode answer = server().get(Server.path("articles", of.tenant()), Map.of("limit", limit.limit()));
            if (json.print(answer)) {
                return 0;
            }
            WithheldArticles withheld = Server.read(answer, WithheldArticles.class);
            Lines lines = language.lines();
            Table table = lines.table(Line.ARTICLES_HEADINGS);
            withheld.articles()
                    .forEach(article -> table.row(
                            article.article(),
                            article.other(),
                            article.withheld() == null
                                    ? null
                                    : article.withheld().word(),
                            article.gone() == null ? null : article.gone().word()));
            System.out.print(table.isEmpty() ? lines.say(Line.NO_ARTICLE_WITHHELD) + "\n" : table);
            if (withheld.articles().size() < withheld.total()) {
                System.out.println(lines.say(Line.SHOWN_OF, withheld.articles().size(), withheld.total()));
            }
            return 0;
        }
    }

    /** {@code brygga stock accept}. */
    @Command(
            name = "accept",
            description = "${bundle:help.stock-articles.accept}",
            footer = {"", "${bundle:help.stock-articles.accept.examples}"})
    static final class Accept extends ServerCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Parameters(paramLabel = "ARTICLE", index = "1", description = "${bundle:help.stock-articles.accept.ARTICLE}")
        private String article = "";

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        @Override
        public Integer call() {
            Map<String, @Nullable Object> body = operator.body();
            body.put("article", article);
            return Outcomes.print(
                    server().post(Server.path("articles", of.tenant(), "accept"), body),
                    operator.json(),
                    operator.lines(),
                    accepted -> operator.lines().say(Line.ARTICLE_ACCEPTED, accepted.asString()));
        }
    }
}
