package se.brygga.clients.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterArticle.Existing;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.goods.SimArticle.Card;
import se.brygga.simulators.specter.goods.SimArticle.SimVariant;
import se.brygga.simulators.specter.goods.SimArticleField;
import se.brygga.simulators.specter.seed.DirtyAssortment;
import se.brygga.simulators.specter.writes.ArticleWrites.Outcome;

/** What our client writes of articles, Specter's simulator has; what it has, our client reads, dirt and all. */
@ExtendWith(SimulatorsAtWork.class)
class ArticlesOverSimulatorTest {

    private static final long ACCOUNT = 9999;

    private SpecterAccount account;
    private SpecterClient client;
    private SpecterFeeds feeds;

    @BeforeEach
    void start(SpecterSimulator specter) {
        account = specter.account(ACCOUNT);
        SpecterClients clients = new SpecterClients(new CallContext(
                SpecterClients.httpClient(), new Places(), Outages.IGNORED, call -> {}, Clock.systemUTC()));
        client = clients.forTenant("nordkajak", Given.setup(specter.uri()));
        feeds = clients.feeds("nordkajak", Given.setup(specter.uri()));
    }

    @Test
    void everyValueOfAnArticleArrivesAndTheSecondTimeChangesNothing() {
        SpecterArticle article = new SpecterArticle(
                "MÖSSA-1",
                "Mössa & vante, röd",
                new BigDecimal("79.204"),
                12,
                new SpecterArticle.Goods(
                        "7350000000017",
                        new BigDecimal("0.3504"),
                        new BigDecimal("31.5"),
                        "Leverantör AB",
                        new BigDecimal("7")),
                new SpecterArticle.Assumed("MÖSSA", Map.of("Färg", "Röd", "Storlek", "36 1/2"), null));

        assertThat(client.submitArticles(List.of(article), Existing.OVERWRITE, "MÖSSA-1"))
                .isInstanceOf(SpecterAnswer.Done.class);
        client.submitArticles(List.of(article), Existing.OVERWRITE, "MÖSSA-1");

        Card card = account.card("MÖSSA-1");
        assertThat(card.fields())
                .containsEntry(SimArticleField.NAME, "Mössa & vante, röd")
                .containsEntry(SimArticleField.PRICE, "79.2")
                .containsEntry(SimArticleField.VAT, "12")
                .containsEntry(SimArticleField.BAR_CODE, "7350000000017")
                .containsEntry(SimArticleField.WEIGHT, "0.35")
                .containsEntry(SimArticleField.BUY_PRICE, "31.5")
                .containsEntry(SimArticleField.SUPPLIER_NAME, "Leverantör AB");
        assertThat(card.variant()).isEqualTo(new SimVariant("MÖSSA", Map.of("Färg", "Röd", "Storlek", "36 1/2")));
        assertThat(account.article("MÖSSA-1").available()).isEqualByComparingTo("7");
        assertThat(account.articleWriteCounts().rows())
                .containsEntry(Outcome.CREATED, 1)
                .containsEntry(Outcome.UNCHANGED, 1);
    }

    @Test
    void anArticleGetsANewNumberAndKeepsWhatTheCallIsSilentAbout() {
        SpecterArticle renumbered = new SpecterArticle(
                "KAJ-002",
                null,
                null,
                null,
                SpecterArticle.Goods.UNKNOWN,
                new SpecterArticle.Assumed(null, Map.of(), "KAJ-002B"));
        assertThat(client.submitArticles(List.of(renumbered), Existing.OVERWRITE, "KAJ-002"))
                .isInstanceOf(SpecterAnswer.Done.class);
        assertThat(account.card("KAJ-002B").text(SimArticleField.NAME)).isEqualTo("Turkajak Vik 430");
    }

    @ParameterizedTest
    @CsvSource({
        "ATTR, ESCAPED, COMMA, LATIN1",
        "ELEMENT, ESCAPED, DOT, NONE",
        "ATTR, PLAIN, DOT, UTF8",
        "ELEMENT, PLAIN, COMMA, LATIN1"
    })
    void aDirtyAssortmentIsReadWholeInEachFormOfTheFeed(String as, String texts, String mark, String declaration) {
        account.quirks().set("article.extraAs", as);
        account.quirks().set("article.webTexts", texts);
        account.quirks().set("decimalMark", mark);
        account.quirks().set("xmlDeclaration", declaration);
        account.fill(new DirtyAssortment.Wish("DA", 120, 300, 5));

        Map<String, ArticleChange> read = everything().stream()
                .collect(Collectors.toMap(ArticleChange::articleNo, Function.identity(), (first, last) -> last));

        Function<String, String> wire = declaration.equals("UTF8")
                ? text -> text
                : text -> new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        for (Card card : account.cards()) {
            // Blanks at the ends tell no numbers apart.
            ArticleChange change = read.get(card.articleNo().strip());
            assertThat(change).as("'" + card.articleNo() + "'").isNotNull();
            assertSame(card, Objects.requireNonNull(change), wire);
        }
    }

    private static void assertSame(Card card, ArticleChange change, Function<String, String> wire) {
        ArticleChange.Master master = change.master();
        assertThat(text(change.name())).isEqualTo(wire.apply(card.text(SimArticleField.NAME)));
        assertThat(number(change.priceExclVat())).isEqualTo(number(card, SimArticleField.PRICE));
        assertThat(number(change.vatPercent())).isEqualTo(number(card, SimArticleField.VAT));
        assertThat(text(master.goods().barCode())).isEqualTo(card.text(SimArticleField.BAR_CODE));
        assertThat(number(master.goods().weight())).isEqualTo(number(card, SimArticleField.WEIGHT));
        assertThat(number(master.goods().buyPrice())).isEqualTo(number(card, SimArticleField.BUY_PRICE));
        assertThat(text(master.goods().unit())).isEqualTo(card.text(SimArticleField.UNIT));
        assertThat(text(master.goods().supplier())).isEqualTo(card.text(SimArticleField.SUPPLIER_NAME));
        assertThat(text(master.texts().shortText())).isEqualTo(wire.apply(card.text(SimArticleField.SHORT_TEXT)));
        assertThat(text(master.texts().longText())).isEqualTo(wire.apply(card.text(SimArticleField.LONG_TEXT)));
        assertThat(text(master.texts().group())).isEqualTo(card.text(SimArticleField.GROUP));
        SimVariant variant = card.variant();
        assertThat(master.assumed().mainArticleNo()).isEqualTo(variant == null ? null : variant.mainArticleNo());
        assertThat(master.assumed().variantValues()).isEqualTo(variant == null ? Map.of() : variant.values());
        assertThat(master.assumed().images()).hasSameSizeAs(card.type().equals("EL") ? List.of() : card.pictures());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null || number.signum() == 0
                ? "0"
                : number.stripTrailingZeros().toPlainString();
    }

    private static String number(Card card, SimArticleField field) {
        return card.text(field).isEmpty() ? "0" : number(new BigDecimal(card.text(field)));
    }

    /** All articles, in as many batches as it takes; no row may be unreadable. */
    private List<ArticleChange> everything() {
        List<ArticleChange> all = new ArrayList<>();
        boolean more = true;
        for (int n = 1; more; n++) {
            String number = "BATCH-" + n;
            PullAnswer<ArticleChange> answer = n == 1 ? feeds.pullEveryArticle(number) : feeds.pullArticles(number);
            assertThat(answer).isInstanceOf(PullAnswer.Batch.class);
            PullAnswer.Batch<ArticleChange> batch = (PullAnswer.Batch<ArticleChange>) answer;
            assertThat(batch.unreadable()).isEmpty();
            all.addAll(batch.rows());
            feeds.ack(FeedKind.ARTICLES, number);
            more = batch.more();
        }
        return all;
    }
}
