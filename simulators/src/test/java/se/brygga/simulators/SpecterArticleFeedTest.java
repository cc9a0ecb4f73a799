package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.specter.SpecterAccount;

/** The Specter simulator's articles, price lists and customers, and how its feeds tell of them: reference, sections 7 and 11. */
class SpecterArticleFeedTest {

    private static final String GET = "getArticleInfoExternalNeedUpdate";
    private static final String ACK = "updateArticleInfosFromBatch";
    private static final String GET_PRICE_LISTS = "getPriceListsExternalNeedUpdate";
    private static final String ACK_PRICE_LISTS = "updatePriceListsFromBatch";

    @AutoClose
    private final SpecterDoor door = SpecterDoor.withoutNews(Clock.systemUTC());

    private final SpecterAccount account = door.account;

    @Test
    void articlesAreThoseOfTheShopsWithTheirNamesAndPrices() {
        for (Article article : Article.outdoor()) {
            assertThat(account.article(article.sku())).satisfies(inSpecter -> {
                assertThat(inSpecter.name()).isEqualTo(article.name());
                assertThat(inSpecter.price()).isEqualByComparingTo(article.priceExVat());
                assertThat(inSpecter.available()).isBetween(BigDecimal.TEN, new BigDecimal("99"));
            });
        }
        assertThat(door.specter.account(8888).stock())
                .extracting("articleNo")
                .contains("TE-001")
                .doesNotContain("KAJ-001");
    }

    @Test
    void anArticleIsToldWithCommasAndItsNameInCdata() throws Exception {
        account.quirks().set("gap.images", "off");
        account.setName("KAJ-002", "Mugg & ]]> fat å");
        account.byHand(articles -> articles.setFields("KAJ-002", Map.of("barCode", "7350000000017")));
        long id = account.article("KAJ-002").articleId();
        assertThat(door.xml(GET, "A1"))
                .contains("<articles><article priceExclVat=\"9592,00\" buyPrice=\"0\" barCode=\"7350000000017\""
                        + " productWeight=\"0,000\" articleId=\"" + id + "\" vatPercent=\"25\" standardOldPrice=\"\""
                        + " showStandardOldPrice=\"0\" articleType=\"GW\" commodityCode=\"\""
                        + " shortText=\"\" longText=\"\" articleGroup=\"\" comment=\"\" supplierName=\"\""
                        + " manufacturerArticleNo=\"\" unit=\"\">"
                        + "<articleNo>KAJ-002</articleNo><name><![CDATA[Mugg & ]]]]><![CDATA[> fat å]]></name>"
                        + "</article></articles><responseMaxLimit>100</responseMaxLimit>");
    }

    @Test
    void aSaleTellsTheOrdinaryPriceBesideTheLowerOne() throws Exception {
        account.setSale("KAJ-002", new BigDecimal("9592.00"), new BigDecimal("79.5"));
        assertThat(door.xml(GET, "A1"))
                .contains("priceExclVat=\"79,50\"", "standardOldPrice=\"9592,00\" showStandardOldPrice=\"1\"");
        door.ack(ACK, "A1");

        account.endSale("KAJ-002");

        assertThat(door.xml(GET, "A2"))
                .contains("priceExclVat=\"9592,00\"", "standardOldPrice=\"\" showStandardOldPrice=\"0\"");
    }

    @ParameterizedTest
    @CsvSource({
        "article.extraAs, ATTR, 'vatPercent=\"25\"'",
        "article.extraAs, ELEMENT, </name><vatPercent>25</vatPercent>",
        "decimalMark, DOT, 'priceExclVat=\"80.1234\"'",
        "decimalMark, COMMA, 'priceExclVat=\"80,1234\"'",
        "gap.images, on, '<images><image url=\"http://127.0.0.1:'"
    })
    void fieldsAreWrittenAsTheQuirkSays(String quirk, String value, String part) throws Exception {
        account.quirks().set(quirk, value);
        account.setPrice("KAJ-002", new BigDecimal("80.1234"));
        assertThat(door.xml(GET, "A1")).contains(part);
    }

    @ParameterizedTest
    @CsvSource({
        "article.extraAs, NONE, vatPercent",
        "gap.images, off, <images>",
        "gap.structure, off, packageRows",
        "gap.identity, off, articleId"
    })
    void fieldsCanBeMissing(String quirk, String value, String absent) throws Exception {
        account.quirks().set(quirk, value);
        account.setName("KAJ-SET", "Paket");
        assertThat(door.xml(GET, "A1")).contains("KAJ-SET").doesNotContain(absent);
    }

    @Test
    void packagesAndVariantsTellTheirStructure() throws Exception {
        account.setName("KAJ-SET", "Paket");
        account.byHand(articles -> articles.setVariant("KAJ-003", "KAJ-PADDEL", Map.of("Färg", "Röd")));
        assertThat(door.xml(GET, "A1"))
                .contains("<packageRow articleNo=\"KAJ-001\" noOfItems=\"1\"/>", "articleType=\"PA\"")
                .contains("mainArticleNo=\"KAJ-PADDEL\"", "<variantValue type=\"Färg\" value=\"Röd\"/>");
    }

    @Test
    void aNonStockedArticleHasTheInventedCode() throws Exception {
        account.quirks().set("article.nonStockedCode", "TJ");
        account.byHand(articles -> articles.setType("KAJ-002", "EL"));
        assertThat(door.xml(GET, "A1")).contains("articleType=\"TJ\"");
    }

    @Test
    void aNewNumberIsToldWithTheOldOneAndTheSameId() throws Exception {
        long id = account.article("KAJ-002").articleId();
        account.renameArticle("KAJ-002", "KAJ-002B");
        assertThat(door.xml(GET, "A1"))
                .contains("articleId=\"" + id + "\" oldArticleNo=\"KAJ-002\"", "<articleNo>KAJ-002B</articleNo>");
        assertThat(door.stockText("S1")).contains(id + ";KAJ-002B;");
        assertThatThrownBy(() -> account.renameArticle("KAJ-002B", "KAJ-003"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNewNumberLooksLikeANewArticleWhenIdentityIsNotTold() throws Exception {
        account.quirks().set("gap.identity", "off");
        account.renameArticle("KAJ-002", "KAJ-002B");
        assertThat(door.xml(GET, "A1"))
                .contains("KAJ-002B")
                .doesNotContain(">KAJ-002<")
                .doesNotContain("oldArticleNo");
    }

    @Test
    void aWriteMayGiveANewNumber() throws Exception {
        Map<String, String> write = Map.of(
                "forceArticleUpdate", "1",
                "articleNo_1", "KAJ-002",
                "newArticleNo_1", "KAJ-002B",
                "name_1", "Turkajak",
                "priceExclVAT_1", "9592.00",
                "vatPercent_1", "25");
        assertThat(door.put("newArticleSubmit", "KAJ-002", write)).isEqualTo("1;1;OK");
        assertThat(account.article("KAJ-002B").name()).isEqualTo("Turkajak");
        assertThat(door.put("newArticleSubmit", "KAJ-002", write)).startsWith("0;41;");
        account.quirks().set("gap.identity", "off");
        assertThat(door.put("newArticleSubmit", "KAJ-002", write)).startsWith("0;30;");
    }

    @Test
    void theShopsBuyPriceCountsUntilTheArticleHasASupplier() throws Exception {
        door.put("newArticleSubmit", "KAJ-002", written("50"));
        assertThat(door.xml(GET, "A1")).contains("buyPrice=\"50\"");
        Map<String, String> supplied = written("60");
        supplied.put("addSupplier", "1");
        supplied.put("supplierNo_1", "L7");
        door.put("newArticleSubmit", "KAJ-002", supplied);
        door.put("newArticleSubmit", "KAJ-002", written("70"));
        door.ack(ACK, "A1");
        assertThat(door.xml(GET, "A2")).contains("buyPrice=\"60\"");
    }

    private static Map<String, String> written(String buyPrice) {
        return new HashMap<>(Map.of(
                "forceArticleUpdate", "1",
                "articleNo_1", "KAJ-002",
                "name_1", "Turkajak",
                "priceExclVAT_1", "9592.00",
                "buyPrice_1", buyPrice,
                "vatPercent_1", "25"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, windows-1252, windows-1252, 5 € – rea",
        "windows-1252-as-latin-1, ISO-8859-1, windows-1252, 5 € – rea",
        "ISO-8859-1, ISO-8859-1, ISO-8859-1, 5 ? ? rea"
    })
    void charactersBetweenTheTwoCharsetsComeAsTheAccountWritesThem(
            String quirk, String declared, String charset, String name) throws Exception {
        account.quirks().set("charset", quirk);
        account.setName("KAJ-002", "5 € – rea");
        String answer = new String(door.bytes(GET, "A1"), Charset.forName(charset));
        assertThat(answer).contains("encoding=\"" + declared + "\"", "<![CDATA[" + name + "]]>");
    }

    @ParameterizedTest
    @CsvSource({"on, true", "off, false"})
    void aRemovedArticleIsToldOnlyWithIdentity(String quirk, boolean told) throws Exception {
        account.quirks().set("gap.identity", quirk);
        account.removeArticle("KAJ-002");
        assertThat(door.xml(GET, "A1").contains("deleted=\"1\"")).isEqualTo(told);
    }

    @Test
    void priceListsTellChangedTiersUnderTheirLists() throws Exception {
        account.putPrice(10, "SEK", "KAJ-002", 1, new BigDecimal("80"));
        account.putPrice(20, "EUR", "KAJ-002", 1, new BigDecimal("8.1234"));
        account.putDiscount(10, "SEK", "KAJ-003", 10, new BigDecimal("12.5"));
        assertThat(door.xml(GET_PRICE_LISTS, "A1"))
                .contains(
                        "<priceLists><priceList priceListId=\"10\" name=\"Prislista 10\" currency=\"SEK\">"
                                + "<price articleNo=\"KAJ-002\" fromQty=\"1\" priceExclVat=\"80,00\"/>"
                                + "<price articleNo=\"KAJ-003\" fromQty=\"10\" discountPercent=\"12,5\"/></priceList>"
                                + "<priceList priceListId=\"20\" name=\"Prislista 20\" currency=\"EUR\">"
                                + "<price articleNo=\"KAJ-002\" fromQty=\"1\" priceExclVat=\"8,1234\"/></priceList></priceLists>");
        door.ack(ACK_PRICE_LISTS, "A1");

        account.removePrice(10, "KAJ-003", 10);
        account.removePriceList(20);

        assertThat(door.xml(GET_PRICE_LISTS, "A2"))
                .contains("<price articleNo=\"KAJ-003\" fromQty=\"10\" deleted=\"1\"/>")
                .contains("priceListId=\"20\" name=\"Prislista 20\" currency=\"EUR\" deleted=\"1\"/>")
                .doesNotContain("KAJ-002");
        assertThat(account.priceLists()).hasSize(1);
        assertThatThrownBy(() -> account.putPrice(10, "NOK", "KAJ-002", 1, BigDecimal.ONE))
                .hasMessageContaining("NOK");
    }

    @Test
    void customersTellTheirGroupAndPriceList() throws Exception {
        door.order("K1", "KAJ-002", "1");
        account.assignCustomer(42, "1", 10);
        assertThat(door.xml("getCustomersExternalNeedUpdate", "A1"))
                .contains("<customerGroups><customerGroup id=\"1\" name=\"Privatpersoner\"/>")
                .contains("<customers><customer customerId=\"42\" orgNo=\"556677-8899\""
                        + " emailAddress=\"kund@example.se\" customerGroupId=\"1\" priceListId=\"10\"/></customers>");
    }
}
