package se.brygga.clients.specter.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.feed.ArticleChange.Assumed;
import se.brygga.clients.specter.feed.ArticleChange.Goods;
import se.brygga.clients.specter.feed.ArticleChange.KitRow;
import se.brygga.clients.specter.feed.ArticleChange.Master;
import se.brygga.clients.specter.feed.ArticleChange.Texts;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.workflows.attention.Phrase;

class ArticleFeedTest extends FeedScene {

    private static final String B = "BATCH-1";

    private static final ArticleChange MUG = new ArticleChange(
                    "ART-001", "Mugg & fat", new BigDecimal("79.20"), null, false, null, null, false, List.of())
            .with(goods("7350000000017", "0.350", "31.5"));

    @Test
    void readsTheIllustrativeAnswer() {
        specter.answers(response("""
                        <articles><article priceExclVat="79,20" buyPrice="31,5" barCode="7350000000017" productWeight="0,350">
                           <articleNo>ART-001</articleNo><name><![CDATA[Mugg & fat]]></name></article></articles>
                         <responseMaxLimit>100</responseMaxLimit>"""));

        assertThat(feeds.pullArticles(B)).isEqualTo(batch(MUG));

        assertThat(specter.asked().getFirst().target())
                .isEqualTo("/getInfo.asp?action=getArticleInfoExternalNeedUpdate&sbmId=9999&apiUserId=7&useXML=2"
                        + "&key=c3899d730d3b2dff5b4332e1998e0d9d&batchNo=BATCH-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article articleNo='A' name='Kåsa' priceExclVat='79,2' standardOldPrice='99' showStandardOldPrice='1'"
                        + " vatPercent='25' articleType='PA'/>",
                "<Article><ArticleNo>A</ArticleNo><Name>Kåsa</Name><PriceExclVAT>79.2</PriceExclVAT>"
                        + "<StandardOldPrice>99</StandardOldPrice><ShowStandardOldPrice>true</ShowStandardOldPrice>"
                        + "<VatPercent>25</VatPercent><ArticleType>PA</ArticleType></Article>"
            })
    void readsEachFieldAsAttributeOrElement(String article) {
        specter.answers(response(OK + "<articles>" + article + "</articles>"));

        assertThat(feeds.pullArticles(B))
                .isEqualTo(batch(new ArticleChange(
                        "A",
                        "Kåsa",
                        new BigDecimal("79.2"),
                        new BigDecimal("99"),
                        true,
                        new BigDecimal("25"),
                        "PA",
                        false,
                        List.of())));
    }

    @Test
    void takesWhatIsNotToldForUnknown() {
        specter.answers(response(
                OK + "<articles><article priceExclVat=''><articleNo>A</articleNo><name/></article></articles>"));

        assertThat(feeds.pullArticles(B)).isEqualTo(batch(plain("A")));
    }

    @Test
    void readsPackagesAndDeletionInTheAssumedShape() {
        specter.answers(response("<articles><article articleNo='SET' deleted='1'><packageRows>"
                + "<packageRow articleNo='A' noOfItems='2'/><packageRow articleNo='B' noOfItems='0,5'/>"
                + "</packageRows></article></articles>"));

        assertThat(feeds.pullArticles(B))
                .isEqualTo(batch(new ArticleChange(
                        "SET",
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        true,
                        List.of(new KitRow("A", new BigDecimal("2")), new KitRow("B", new BigDecimal("0.5"))))));
    }

    @Test
    void findsNothingAssumedUnlessTheSetUpAllowsIt() {
        specter.answers(response("<articles><article articleNo='SET' deleted='1'><packageRows>"
                + "<packageRow articleNo='A' noOfItems='many'/></packageRows></article></articles>"));
        var live = feeds(Given.setup(specter.baseUrl(), 2, Duration.ofSeconds(5), Set.of(), false));

        assertThat(live.pullArticles(B)).isEqualTo(batch(plain("SET")));
    }

    @Test
    void losesNoRowForAnother() {
        specter.answers(response("<articles><article articleNo='A' priceExclVat='free'/><article name='no number'/>"
                + "<article articleNo='SET'><packageRow articleNo='X'/></article><article articleNo='B'/></articles>"));

        assertThat(feeds.pullArticles(B))
                .isEqualTo(new PullAnswer.Batch<>(
                        List.of(plain("B")),
                        false,
                        List.of(
                                new PullAnswer.Unreadable("A", Phrase.UNREADABLE_FIELD.with("A", "priceExclVat")),
                                new PullAnswer.Unreadable(
                                        null, Phrase.UNREADABLE_FIELD.with(Phrase.ROW.with(2), "articleNo")),
                                new PullAnswer.Unreadable("SET", Phrase.UNREADABLE_FIELD.with("SET", "noOfItems")))));
    }

    @ParameterizedTest
    @CsvSource({
        "<r><articles>%s</articles><responseMaxLimit>2</responseMaxLimit></r>, true",
        "<r><responseMaxLimit>3</responseMaxLimit><articles>%s</articles></r>, false",
        "<r responseMaxLimit='2'><articles>%s</articles></r>, true",
        "<r><articles responsemaxlimit='1'>%s</articles></r>, true",
        "<r><APIresponse><result>1</result><ResponseMaxLimit>2</ResponseMaxLimit></APIresponse><articles>%s</articles></r>, true",
        "<articles>%s<responseMaxLimit>2</responseMaxLimit></articles>, true",
        "<r><articles>%s</articles><responseMaxLimit>0</responseMaxLimit></r>, false",
        "<r><articles>%s</articles><responseMaxLimit>all</responseMaxLimit></r>, false",
        "<r><articles>%s</articles></r>, false"
    })
    void knowsWhetherMoreIsWaiting(String answer, boolean more) {
        specter.answers(answer.formatted("<article articleNo='A'/><article articleNo='B'/>"));

        assertThat(feeds.pullArticles(B)).isEqualTo(new PullAnswer.Batch<>(List.of(plain("A"), plain("B")), more));
    }

    @Test
    void countsRowsItCannotReadTowardsTheLimit() {
        specter.answers(response(
                "<articles><article/><article articleNo='B'/></articles>" + "<responseMaxLimit>2</responseMaxLimit>"));

        assertThat(feeds.pullArticles(B))
                .isEqualTo(new PullAnswer.Batch<>(
                        List.of(plain("B")),
                        true,
                        List.of(new PullAnswer.Unreadable(
                                null, Phrase.UNREADABLE_FIELD.with(Phrase.ROW.with(1), "articleNo")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<r><articles/></r>", "<r><APIresponse result='1'/></r>", "1;;OK"})
    void takesNothingPendingForAnEmptyBatch(String body) {
        specter.answers(body);

        assertThat(feeds.pullArticles(B)).isEqualTo(batch());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r><articles><article articleNo='A'/>",
                "<r><articles><item articleNo='A'/></articles></r>",
                "17;A;Mugg;79,20;BATCH-1",
                "1;A;Mugg;79,20;BATCH-1",
                "1;A;Mugg\r2;B;Fat",
                "<r/>"
            })
    void takesNothingElseForAnAnswer(String body) {
        cannotRead(() -> feeds.pullArticles(B), body, "unreadable-body");
    }

    @Test
    void readsAnAnswerOfManyMegabytes() {
        String text = "<name><![CDATA[" + "Lång text. ".repeat(300) + "]]></name>";
        String rows = IntStream.range(0, 4_000)
                .mapToObj(i -> "<article articleNo='ART-" + i + "'>" + text + "</article>")
                .collect(Collectors.joining());
        specter.answers(response("<articles>" + rows + "</articles>"));

        assertThat(batchOf(feeds.pullArticles(B)).rows()).hasSize(4_000);
    }

    private static PullAnswer<ArticleChange> batch(ArticleChange... rows) {
        return new PullAnswer.Batch<>(List.of(rows), false);
    }

    private static Master goods(String barCode, String weight, String buyPrice) {
        return new Master(
                new Goods(barCode, new BigDecimal(weight), new BigDecimal(buyPrice), null, null),
                new Texts(null, null, null),
                Assumed.NOTHING);
    }

    private static ArticleChange plain(String articleNo) {
        return new ArticleChange(articleNo, null, null, null, false, null, null, false, List.of());
    }
}
