package se.brygga.starter.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.AuditBook;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.ArticleBook;
import se.brygga.activities.store.feed.HeldPriceBook;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.workflows.ShopRef;

/** {@code brygga stock articles} and {@code brygga stock accept}. */
final class StockArticlesCommands {

    private StockArticlesCommands() {}

    /** {@code brygga stock articles}. */
    @Component
    @Command(
            name = "articles",
            description = "Articles of Specter that go to no shop, or that a shop must not sell, and why.")
    static final class Articles implements Callable<Integer> {

        private final ArticleBook book;
        private final SetupStore setups;

        @Parameters(paramLabel = "TENANT", description = "of this tenant")
        private String tenant = "";

        @Option(names = "--json", description = "for programs")
        private boolean json;

        Articles(ArticleBook book, SetupStore setups) {
            this.book = book;
            this.setups = setups;
        }

        @Override
        public Integer call() {
            List<ArticleBook.Article> held = book.held(setups.named(tenant).tenant());
            if (json) {
                System.out.println(Output.json(held));
                return 0;
            }
            if (held.isEmpty()) {
                System.out.println("Nothing is held back.");
                return 0;
            }
            Table table = new Table("ARTICLE", "OTHER NUMBER", "HELD BACK", "GONE");
            held.forEach(article -> table.row(
                    article.spelled(),
                    article.hold() == ArticleBook.Hold.SPELLED_TWICE ? article.former() : null,
                    article.hold() == null ? null : article.hold().code(),
                    article.gone() == null ? null : article.gone().code()));
            System.out.print(table);
            return 0;
        }
    }

    /** {@code brygga stock accept}. */
    @Component
    @Command(
            name = "accept",
            description =
                    "What Specter says of an article that an order had made is right as it is; or: of two articles whose"
                            + " numbers differ in case, this one is meant.")
    static final class Accept implements Callable<Integer> {

        private final ArticleBook book;
        private final SetupStore setups;
        private final StockBook stock;
        private final HeldPriceBook prices;
        private final AuditBook audit;
        private final TransactionTemplate transactions;

        @Parameters(paramLabel = "TENANT", index = "0", description = "whose Specter it is")
        private String tenant = "";

        @Parameters(paramLabel = "ARTICLE", index = "1", description = "its number, as brygga stock articles shows it")
        private String article = "";

        @Option(names = "--by", description = "who says so; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log")
        private @Nullable String reason;

        Accept(
                ArticleBook book,
                SetupStore setups,
                StockBook stock,
                HeldPriceBook prices,
                AuditBook audit,
                TransactionTemplate transactions) {
            this.book = book;
            this.setups = setups;
            this.stock = stock;
            this.prices = prices;
            this.audit = audit;
            this.transactions = transactions;
        }

        @Override
        public Integer call() {
            if (by.isBlank()) {
                throw new IllegalArgumentException("say who accepts it: --by must not be empty");
            }
            TenantSetup setup = setups.named(tenant);
            List<ShopRef> shops = setup.shops().stream()
                    .map(shop -> new ShopRef(tenant, shop.shop()))
                    .toList();
            transactions.executeWithoutResult(tx -> {
                book.accept(tenant, article);
                shops.forEach(stock::news);
                prices.news(shops);
                audit.add(new AuditBook.Deed(
                        UUID.randomUUID().toString(), by, "accept-article", tenant, "article " + article, reason));
            });
            System.out.println("article " + article + " goes to the shops with the next poll");
            return 0;
        }
    }
}
