package se.brygga.clients.specter.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.feed.ArticleChange.Assumed;
import se.brygga.clients.specter.feed.ArticleChange.Goods;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.clients.specter.feed.ArticleChange.Master;
import se.brygga.clients.specter.feed.ArticleChange.Texts;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.workflows.attention.Phrase;

/** What the sync of products needs of an article. */
class ArticleMasterFeedTest extends FeedScene {

    private static final String B = "BATCH-1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article articleNo='A' barCode='735' productWeight='0,350' buyPrice='31,5' unit='st' supplierName='Lera'"
                        + " shortText='&amp;lt;b&amp;gt;Kåsa&amp;lt;/b&amp;gt;' longText='Lera &amp;amp; glasyr'"
                        + " articleGroup='Kök'/>",
                "<article><articleNo>A</articleNo><barCode>735</barCode><productWeight>0.350</productWeight>"
                        + "<buyPrice>31.5</buyPrice><unit>st</unit><supplierName>Lera</supplierName>"
                        + "<shortText><![CDATA[&lt;b&gt;K&#229;sa&lt;/b&gt;]]></shortText>"
                        + "<longText>Lera &amp;amp; glasyr</longText><articleGroup><![CDATA[Kök]]></articleGroup></article>",
                "<article articleNo='A' ean='735' weight='0.350' buyPrice='31.5' unitName='st' manufacturer='Lera'>"
                        + "<webShopShortText><![CDATA[<b>Kåsa</b>]]></webShopShortText>"
                        + "<description>Lera &amp;#38; glasyr</description><groupName>Kök</groupName></article>"
            })
    void readsWhatAShopSaysOfAnArticleInAnySpelling(String article) {
        specter.answers(response("<articles>" + article + "</articles>"));

        assertThat(feeds.pullArticles(B))
                .isEqualTo(batch(plain("A")
                        .with(new Master(
                                new Goods("735", new BigDecimal("0.350"), new BigDecimal("31.5"), "st", "Lera"),
                                new Texts("<b>Kåsa</b>", "Lera & glasyr", "Kök"),
                                Assumed.NOTHING))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "&amp;lt;, &lt;",
                "&lt;p&gt;1 &amp;lt; 2&lt;/p&gt;, <p>1 &lt; 2</p>",
                "<p>1 &lt; 2</p>, <p>1 &lt; 2</p>",
                "5 &euro; &#x1F6F6;&#0;&#xD800;&#1114112;, 5 &euro; 🛶&#0;&#xD800;&#1114112;",
                "Lera & co; &quot;&apos;&quot, Lera & co; \"'&quot"
            })
    void takesTheEscapesOfTheWireOffATextOnce(String told, String text) {
        specter.answers(response(
                "<articles><article articleNo='A'><longText><![CDATA[" + told + "]]></longText></article></articles>"));

        assertThat(batchOf(feeds.pullArticles(B))
                        .rows()
                        .getFirst()
                        .master()
                        .texts()
                        .longText())
                .isEqualTo(text);
    }

    private static final String VARIANT = "<articles><article articleNo='MUG-R' articleId='17' oldArticleNo='MUG-RED'"
            + " mainArticleNo='MUG'><variantValues><variantValue type='Färg' value='Röd'/>"
            + "<variantValue type='Storlek'/></variantValues><images>"
            + "<image url='http://x/2.png' sortOrder='2'/><image url='http://x/9.png' sortOrder='last'/>"
            + "<image sortOrder='3'/><image url='http://x/1.png' sortOrder='1' checksum='ab'/></images></article></articles>";

    @Test
    void readsStructureIdentityAndImagesInTheAssumedShape() {
        specter.answers(response(VARIANT));

        PullAnswer.Batch<ArticleChange> told = batchOf(feeds.pullArticles(B));

        assertThat(told.rows().getFirst().master().assumed())
                .isEqualTo(new Assumed(
                        "17",
                        "MUG-RED",
                        "MUG",
                        Map.of("Färg", "Röd"),
                        List.of(
                                new Image("http://x/1.png", "ab"),
                                new Image("http://x/2.png", null),
                                new Image("http://x/9.png", null))));
        assertThat(told.unreadable())
                .extracting(PullAnswer.Unreadable::text)
                .containsExactly(
                        Phrase.UNREADABLE_PART.with("MUG-R", "Storlek", "value"),
                        Phrase.UNREADABLE_PART.with("MUG-R", "?", "url"));
    }

    @Test
    void readsNothingOfStructureUnlessTheSetUpAllowsIt() {
        specter.answers(response(VARIANT));
        var live = feeds(Given.setup(specter.baseUrl(), 2, Duration.ofSeconds(5), Set.of(), false));

        assertThat(live.pullArticles(B)).isEqualTo(batch(plain("MUG-R")));
    }

    /** Stock and prices do not depend on a weight. */
    @Test
    void losesNoPriceForAWeightThatIsNone() {
        specter.answers(
                response("<articles><article articleNo='A' priceExclVat='10' productWeight='tung'/></articles>"));

        PullAnswer.Batch<ArticleChange> told = batchOf(feeds.pullArticles(B));

        assertThat(told.rows()).extracting(ArticleChange::priceExclVat).containsExactly(BigDecimal.TEN);
        assertThat(told.unreadable())
                .containsExactly(new PullAnswer.Unreadable("A", Phrase.UNREADABLE_FIELD.with("A", "productWeight")));
    }

    @Test
    void asksForEveryArticleThroughTheAssumedAdapterOnly() {
        specter.answers(response("<articles><article articleNo='A'/></articles>"));

        assertThat(feeds.pullEveryArticle(B)).isEqualTo(batch(plain("A")));

        assertThat(specter.asked().getFirst().target()).endsWith("&batchNo=BATCH-1&fullUpdate=1");
        var live = feeds(Given.setup(specter.baseUrl(), 2, Duration.ofSeconds(5), Set.of(), false));
        assertThatIllegalStateException().isThrownBy(() -> live.pullEveryArticle(B));
    }

    private static PullAnswer<ArticleChange> batch(ArticleChange... rows) {
        return new PullAnswer.Batch<>(List.of(rows), false);
    }

    private static ArticleChange plain(String articleNo) {
        return new ArticleChange(articleNo, null, null, null, false, null, null, false, List.of());
    }
}
