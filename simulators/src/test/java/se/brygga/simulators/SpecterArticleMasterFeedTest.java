package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.feeds.SimFeedKind;

/** What the article feed tells of texts, groups, pictures and structure, and how everything is read at once. */
class SpecterArticleMasterFeedTest {

    private static final String GET = "getArticleInfoExternalNeedUpdate";
    private static final String ACK = "updateArticleInfosFromBatch";
    private static final Pattern NUMBER = Pattern.compile("<articleNo>([^<]*)<");

    @AutoClose
    private final SpecterDoor door = SpecterDoor.withoutNews(Clock.systemUTC());

    private final SpecterAccount account = door.account;

    @ParameterizedTest
    @CsvSource({
        "ATTR, ESCAPED, &lt;p&gt;Varm &amp;amp; mjuk&lt;/p&gt;",
        "ELEMENT, ESCAPED, &lt;p&gt;Varm &amp;amp; mjuk&lt;/p&gt;",
        "ATTR, PLAIN, <p>Varm &amp; mjuk</p>",
        "ELEMENT, PLAIN, <p>Varm &amp; mjuk</p>"
    })
    void textsForTheShopAreToldWholeInEitherFormAndEitherEscaping(String as, String texts, String told)
            throws Exception {
        account.quirks().set("article.extraAs", as);
        account.quirks().set("article.webTexts", texts);
        account.byHand(articles -> articles.setFields(
                "KAJ-002",
                Map.of(
                        "shortText", "Rad ett\nRad två",
                        "longText", "<p>Varm &amp; mjuk</p>",
                        "articleGroup", "Kläder/Mössor",
                        "comment", "Intern",
                        "supplierName", "Leverantör AB",
                        "manufacturerArticleNo", "M-1",
                        "commodityCode", "6505",
                        "unit", "st")));

        Element article = parsed(door.xml(GET, "A1"));

        assertThat(field(article, as, "longText")).isEqualTo(told);
        assertThat(field(article, as, "shortText")).isEqualTo("Rad ett\nRad två");
        assertThat(field(article, as, "articleGroup")).isEqualTo("Kläder/Mössor");
        assertThat(field(article, as, "comment")).isEqualTo("Intern");
        assertThat(field(article, as, "supplierName")).isEqualTo("Leverantör AB");
        assertThat(field(article, as, "manufacturerArticleNo")).isEqualTo("M-1");
        assertThat(field(article, as, "commodityCode")).isEqualTo("6505");
        assertThat(field(article, as, "unit")).isEqualTo("st");
    }

    private static String field(Element article, String as, String name) {
        return as.equals("ATTR")
                ? article.getAttribute(name)
                : article.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Element parsed(String xml) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(SpecterDoor.LATIN_1)));
        return (Element) document.getElementsByTagName("article").item(0);
    }

    @Test
    void aFieldIsChangedOnlyToWhatItCanHold() {
        assertThatThrownBy(() -> account.byHand(articles -> articles.setFields("KAJ-002", Map.of("colour", "red"))))
                .hasMessageContaining("shortText");
        assertThatThrownBy(() -> account.byHand(articles -> articles.setFields("KAJ-002", Map.of("vatPercent", "x"))))
                .hasMessageContaining("vatPercent");
        assertThat(account.pending(SimFeedKind.ARTICLES)).isZero();
    }

    @Test
    void anArticleWithoutVatSaysSo() throws Exception {
        account.byHand(articles -> articles.setFields("KAJ-002", Map.of("vatPercent", "")));
        assertThat(door.xml(GET, "A1")).contains("vatPercent=\"\"");
    }

    @Test
    void picturesAreToldInOrderAndCanBeFetchedAndHaveTheirChecksum() throws Exception {
        account.byHand(articles -> articles.setPictures("KAJ-002", List.of("fram", "bak", "fram")));

        List<MatchResult> images = Pattern.compile(
                        "<image url=\"([^\"]*)\" sortOrder=\"(\\d)\" checksum=\"([0-9a-f]*)\"/>")
                .matcher(door.xml(GET, "A1"))
                .results()
                .toList();

        assertThat(images).extracting(image -> image.group(2)).containsExactly("1", "2", "3");
        assertThat(images.get(0).group(3))
                .isEqualTo(images.get(2).group(3))
                .isNotEqualTo(images.get(1).group(3));
        for (MatchResult image : images) {
            HttpResponse<byte[]> picture = fetch(image.group(1));
            assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(picture.body())))
                    .isEqualTo(image.group(3));
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                    .isEqualTo(48);
        }
    }

    @Test
    void aFaultHitsAPictureToo() throws Exception {
        door.specter.faults().add(Fault.times("/bilder/", Fault.Kind.STATUS, 1));
        assertThat(fetch(door.specter.uri() + "/bilder/fram.png").statusCode()).isEqualTo(500);
        assertThat(fetch(door.specter.uri() + "/bilder/fram.png").statusCode()).isEqualTo(200);
        assertThat(fetch(door.specter.uri() + "/bilder/fram.gif").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<byte[]> fetch(String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void aVariantAddedByHandHasTheMainArticlesFieldsAndItsOwnNumberAndName() throws Exception {
        account.byHand(articles -> {
            articles.create("MOSSA", Map.of("name", "Mössa", "priceExclVat", "99,50", "vatPercent", "25"));
            articles.addVariant("MOSSA", "-RÖD", Map.of("Färg", "Röd"));
        });
        assertThat(door.xml(GET, "A1"))
                .contains("<articleNo>MOSSA</articleNo><name><![CDATA[Mössa]]></name>")
                .contains("<articleNo>MOSSA-RÖD</articleNo><name><![CDATA[Mössa - Röd]]></name>")
                .contains("mainArticleNo=\"MOSSA\"");
        assertThat(account.article("MOSSA-RÖD").price()).isEqualByComparingTo("99.5");
    }

    /** Two hundred articles: the second answer is full, and only the third can say that nothing is left. */
    @Test
    void aFullReadingEndsWithTheFirstAnswerThatIsNotFullAndThenBeginsAnew() throws Exception {
        int there = account.cards().size();
        account.byHand(articles -> articles.addMany(200 - there));
        account.quirks().set("initialPending", "false");
        drain();

        for (int reading = 1; reading <= 2; reading++) {
            assertThat(full("A" + reading)).hasSize(100);
            assertThat(full("B" + reading)).hasSize(100);
            assertThat(full("C" + reading)).isEmpty();
        }
    }

    @Test
    void aFullReadingThatIsBrokenOffGoesOnUnderTheSameNumber() throws Exception {
        account.byHand(articles -> articles.addMany(150));
        drain();
        List<String> first = numbers(door.xml(GET, "A1", "fullUpdate", "1"));
        assertThat(numbers(door.xml(GET, "A1", "fullUpdate", "1"))).isEqualTo(first);
        assertThat(door.xml(GET, "A2", "fullUpdate", "1")).contains("<code>99</code>", "'A1'");
        door.ack(ACK, "A1");
        assertThat(full("A2")).hasSize(account.cards().size() - 100).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aFullReadingTellsNoArticleThatIsDeleted() throws Exception {
        account.removeArticle("KAJ-002");
        drain();
        assertThat(full("A1")).contains("KAJ-003").doesNotContain("KAJ-002");
    }

    @Test
    void aFullReadingIsAnUnknownParameterWhereItIsNotPlayed() throws Exception {
        account.quirks().set("gap.fullRead", "off");
        assertThat(door.xml(GET, "A1", "fullUpdate", "1")).contains("<code>30</code>");
    }

    private List<String> full(String batch) throws Exception {
        List<String> numbers = numbers(door.xml(GET, batch, "fullUpdate", "1"));
        door.ack(ACK, batch);
        return numbers;
    }

    private void drain() throws Exception {
        for (int n = 1; account.pending(SimFeedKind.ARTICLES) > 0; n++) {
            door.xml(GET, "D" + n);
            door.ack(ACK, "D" + n);
        }
    }

    private static List<String> numbers(String xml) {
        return NUMBER.matcher(xml).results().map(found -> found.group(1)).toList();
    }
}
