package se.brygga.starter.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.stock.StockInquiry;
import se.brygga.activities.store.feed.ArticleBook;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.activities.store.feed.VariantBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** {@code brygga stock show}. */
@Component
@Command(name = "show", description = "One SKU in one shop: what Specter says, what is sold, what the shop was told.")
final class StockShowCommand implements Callable<Integer> {

    /** What programs get. */
    private record Explained(StockInquiry.Answer answer, SleepBook.@Nullable Sleep sleeps) {}

    private final StockInquiry inquiry;
    private final SleepBook sleeps;

    @Parameters(paramLabel = "SHOP", index = "0", description = "tenant/shop")
    private String shop = "";

    @Parameters(paramLabel = "SKU", index = "1", description = "the article's number")
    private String sku = "";

    @Option(names = "--json", description = "for programs")
    private boolean json;

    StockShowCommand(StockInquiry inquiry, SleepBook sleeps) {
        this.inquiry = inquiry;
        this.sleeps = sleeps;
    }

    @Override
    public Integer call() {
        ShopRef ref = ShopArgument.parse(shop);
        StockInquiry.Answer answer = inquiry.about(ref, sku);
        if (json) {
            System.out.println(
                    Output.json(new Explained(answer, sleeps.of(Feed.STOCK, ref).orElse(null))));
            return 0;
        }
        if (answer.isUnknown()) {
            throw new IllegalArgumentException("nothing is known of SKU \"" + sku
                    + "\": Specter has told no stock of it, and nobody has looked for it in " + ref);
        }
        System.out.printf("%s in %s%n%n", sku, ref);
        Table table = new Table("WHAT", "WHERE", "QUANTITY", "SINCE");
        answer.specter()
                .forEach(site -> table.row(
                        "Specter has",
                        site.site().isEmpty() ? null : "warehouse " + site.site(),
                        Output.number(site.available()),
                        Output.time(site.changedAt())));
        answer.parts().forEach(part -> table.row("made of", part.articleNo(), Output.number(part.quantity()), null));
        table.row("sold, not booked", sales(answer), Output.number(answer.unbooked()), null);
        answer.wanted()
                .forEach(
                        wanted -> table.row("shop should show", place(wanted), Output.number(wanted.quantity()), null));
        answer.sent().forEach(sent -> printSent(table, sent));
        System.out.print(table);
        System.out.printf("%nIn the shop: %s%n%s", variant(answer.variant()), heldBack(answer.article()));
        sleeps.of(Feed.STOCK, ref).ifPresent(sleep -> System.out.println(Sleepers.line(sleep)));
        return 0;
    }

    private static @Nullable String sales(StockInquiry.Answer answer) {
        return answer.sales().isEmpty()
                ? null
                : answer.sales().stream()
                        .map(sale -> Output.number(sale.quantity()) + " in " + sale.order()
                                + (sale.sku().equals(answer.sku()) ? "" : " as part of " + sale.sku()))
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String place(StockInquiry.Wanted wanted) {
        return wanted.site() == null ? null : "warehouse " + wanted.site() + " in " + wanted.location();
    }

    private static void printSent(Table table, StockBook.Sent sent) {
        String where = sent.locationId() == 0 ? null : "location " + sent.locationId();
        if (sent.sent() != null) {
            table.row("shop was told", where, Output.number(sent.sent()), Output.time(sent.sentAt()));
        }
        if (sent.held() != null) {
            table.row("shop refused", where, Output.number(sent.heldValue()), sent.held());
        }
    }

    private static String heldBack(ArticleBook.@Nullable Article article) {
        ArticleBook.Hold hold = article == null ? null : article.hold();
        ArticleBook.Gone gone = article == null ? null : article.gone();
        String held = hold == null
                ? ""
                : switch (hold) {
                    case MADE_BY_ORDER ->
                        "Nothing of it goes to the shop: an order had it made, and nobody in Specter has touched it since.\n";
                    case SPELLED_TWICE ->
                        "Nothing of it goes to the shop: Specter has two articles whose numbers differ in case only.\n";
                };
        return held + (gone == null ? "" : "Gone in Specter: " + gone.code() + "\n");
    }

    private static String variant(VariantBook.@Nullable Entry entry) {
        if (entry == null) {
            return "nobody has looked for it yet";
        }
        return (entry.ref() == null
                        ? "not there"
                        : "product " + entry.ref().productId() + ", variant "
                                + entry.ref().variantId())
                + " (looked " + Output.time(entry.lookedAt()) + ")";
    }
}
