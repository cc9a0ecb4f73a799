package se.brygga.clients.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterArticle.Assumed;
import se.brygga.clients.specter.order.SpecterArticle.Existing;
import se.brygga.clients.specter.order.SpecterArticle.Goods;
import se.brygga.clients.specter.order.SpecterCustomer;

class HttpSpecterClientTest {

    private static final String V1_KEY = "936333d65b5de22cc61d9aaed7b37a2d";
    private static final String V4_KEY = "e13acd5aad1664b5bc06185be668f806";

    @AutoClose
    final SpecterStub specter = new SpecterStub();

    private final SpecterClient client = client(Given.setup(specter.baseUrl()));

    @Test
    void sendsTheCustomerOfVectorFourByteForByteAndLeavesNothingOfAnEarlierAddressOnTheCard() {
        specter.answers("1;42;OK");

        assertThat(client.submitCustomer(Given.person("Åsa", "Öberg"), "10025")).isEqualTo(new SpecterAnswer.Done(42));

        assertThat(specter.asked())
                .containsExactly(new SpecterStub.Asked(
                        "POST",
                        "/putInfo.asp?action=newCustomerSubmit&sbmId=9999&apiUserId=7&useXML=1",
                        "key=" + V4_KEY
                                + "&typeCustomer=C&customerOrganizationalForm=P&firstName=%C5sa&surName=%D6berg"
                                + "&attention=&invoiceCompanyName=&addressRow2=&zipCodeEng=&city=Malm%F6&region="
                                + "&deliveryCompanyName=&deliveryAttention=&deliveryAddressRow2=&deliveryZipCodeEng="
                                + "&deliveryCity=Malm%F6&deliveryRegion=&emailAddress=asa%40example.se&forceCustomerUpdate=1"
                                + "&ignoreControlEmail=0&ignoreControlOrgNo=0&currency=SEK&language=SE"));
    }

    @Test
    void sendsTheOrderOfVectorOneByteForByte() {
        specter.answers("1;5001;OK");

        assertThat(client.submitOrder(Given.order(), 42)).isEqualTo(new SpecterAnswer.Done(5001));

        assertThat(specter.asked())
                .containsExactly(new SpecterStub.Asked(
                        "POST",
                        "/putInfo.asp?action=newOrderSubmit&sbmId=9999&apiUserId=7&useXML=1&webshopId=1",
                        "key=" + V1_KEY
                                + "&customerId=42&externalOrderNo=10025&currency=SEK&language=SE&payTypeIdentifier=KG"
                                + "&payTypeReference=RES-1&sendOrderMail=0&articleNo_1=ART-001&articleName_1=Mugg"
                                + "&priceExclVAT_1=79.200&noOfItems_1=2&vatPercent_1=25"));
    }

    @Test
    void signsTheNameThatItSends() {
        specter.answers("1;42;OK").answers("1;42;OK");

        client.submitCustomer(Given.person("  Åsa ", " Öberg "), "10025");
        client.submitCustomer(Given.person(Normalizer.normalize("Åsa", Normalizer.Form.NFD), "O\u0308berg"), "10025");

        assertThat(specter.asked())
                .allSatisfy(asked -> assertThat(asked.body())
                        .startsWith("key=" + V4_KEY)
                        .contains("&firstName=%C5sa&surName=%D6berg&"));
    }

    @Test
    void signsWhatTransliterationLeavesOfAName() {
        specter.answers("1;42;OK");

        client.submitCustomer(Given.person("Jiří", "Dvořák"), "10025");

        assertThat(specter.asked().getFirst().body())
                .startsWith("key=05dcdab0f28ca963006a5b228f6e5512")
                .contains("&firstName=Jir%ED&surName=Dvor%E1k&");
    }

    @Test
    void sendsACompanyWithNameAndBothAddresses() {
        specter.answers("1;42;OK");

        client.submitCustomer(Given.company("  Åsa   Öberg "), "10025");

        assertThat(specter.asked().getFirst().body())
                .isEqualTo("key=" + V4_KEY
                        + "&typeCustomer=C&customerOrganizationalForm=C&name=%C5sa+%D6berg&contactPerson=%C5sa+%D6berg"
                        + "&attention=Ink%F6p&invoiceCompanyName=&address=Storgatan+1&addressRow2=2+tr&zipCodeEng=211+22&city=Malm%F6"
                        + "&countryCode=SE&region=Sk%E5ne&deliveryCompanyName=Lagret+AB&deliveryAttention=Port+2"
                        + "&deliveryAddress=Kajen+3&deliveryAddressRow2=&deliveryZipCodeEng=111+30&deliveryCity=Oslo"
                        + "&deliveryCountryCode=NO&deliveryRegion=&orgNo=556677-8899&vatNo=SE556677889901"
                        + "&emailAddress=asa%40example.se&phoneNo=040-12+34+56&mobileNo=070-123+45+67"
                        + "&forceCustomerUpdate=0&ignoreControlEmail=1&ignoreControlOrgNo=1&currency=NOK&language=NO"
                        + "&customerGroupId=12");
    }

    @Test
    void sendsArticlesWithTwoDecimalsAndWithoutStock() {
        specter.answers("1;;OK");

        client.submitArticles(
                List.of(
                        new SpecterArticle("ART-001", "Mugg", new BigDecimal("79.2"), 25),
                        new SpecterArticle("FRAKT", "Frakt", new BigDecimal("47.205"), 25),
                        new SpecterArticle("GIFT", "Gåva", null, null)),
                Existing.LEAVE,
                "10025");

        assertThat(specter.asked().getFirst().body())
                .isEqualTo("key=661d311672c6eb2a77f77bd69e2198d4&articleNo_1=ART-001&name_1=Mugg"
                        + "&priceExclVAT_1=79.20&vatPercent_1=25&articleNo_2=FRAKT&name_2=Frakt"
                        + "&priceExclVAT_2=47.21&vatPercent_2=25&articleNo_3=GIFT&name_3=G%E5va");
    }

    private static final SpecterArticle RED_MUG = new SpecterArticle(
            "MUG-R",
            "Mugg - Röd",
            new BigDecimal("79.205"),
            25,
            new Goods("7350000000017", new BigDecimal("0.35"), new BigDecimal("31.5"), "Lera & Co", BigDecimal.TEN),
            new Assumed("MUG", new TreeMap<>(Map.of("Färg", "Röd", "Storlek", "L")), "MUG-RED"));

    @Test
    void sendsAllThatIsKnownOfAnArticleAndOverwritesWhatSpecterHas() {
        specter.answers("1;;OK");

        client.submitArticles(List.of(RED_MUG), Existing.OVERWRITE, "products");

        assertThat(specter.asked().getFirst().body())
                .endsWith("&forceArticleUpdate=1&addSupplier=1&articleNo_1=MUG-R&name_1=Mugg+-+R%F6d"
                        + "&priceExclVAT_1=79.21&vatPercent_1=25&barCode_1=7350000000017&productWeight_1=0.350"
                        + "&buyPrice_1=31.50&supplierName_1=Lera+%26+Co&createArticleStock_1=1&noItemsInStock_1=10"
                        + "&newArticleNo_1=MUG-RED&mainArticleNo_1=MUG&variantValues_1=F%E4rg%3DR%F6d%3BStorlek%3DL");
    }

    @Test
    void sendsNoAssumedStructureUnlessTheSetUpAllowsIt() {
        specter.answers("1;;OK");
        SpecterClient live = client(Given.setup(specter.baseUrl(), 2, Duration.ofSeconds(5), Set.of(), false));
        SpecterArticle variant = new SpecterArticle(
                "MUG-R", null, null, null, Goods.UNKNOWN, new Assumed("MUG", Map.of("Färg", "Röd"), null));

        live.submitArticles(List.of(variant), Existing.OVERWRITE, "products");

        assertThat(specter.asked().getFirst().body()).endsWith("&forceArticleUpdate=1&articleNo_1=MUG-R");
        assertThatIllegalStateException()
                .isThrownBy(() -> live.submitArticles(List.of(RED_MUG), Existing.LEAVE, "products"));
    }

    @Test
    void sendsNoCallWithMoreArticlesThanSpecterTakesOrWithLettersThatItLacks() {
        List<SpecterArticle> many = IntStream.range(0, 101)
                .mapToObj(i -> new SpecterArticle("A" + i, "Mugg", null, null))
                .toList();

        assertThatExceptionOfType(RemoteFailure.class)
                .isThrownBy(() -> client.submitArticles(many, Existing.OVERWRITE, "products"))
                .withMessageContaining("The call names 101 articles, and Specter takes 100 at most.");
        assertThatExceptionOfType(RemoteFailure.class)
                .isThrownBy(() -> client.submitArticles(
                        List.of(new SpecterArticle("A", "Кружка", null, null)), Existing.OVERWRITE, "products"))
                .withMessageContaining("The article's name of row 1 has characters");
        assertThat(specter.asked()).isEmpty();
    }

    @Test
    void sendsTheSameOrderAsTheSameBytes() {
        specter.answers("1;5001;OK").answers("0;50;exists as order 5001");

        client.submitOrder(Given.order(), 42);

        assertThat(client.submitOrder(Given.order(), 42)).isEqualTo(new SpecterAnswer.Duplicate("50", 5001L));
        assertThat(specter.asked().get(1)).isEqualTo(specter.asked().get(0));
        assertThat(specter.asked().get(0).body()).doesNotContain("ignoreExternalOrderNoControl");
    }

    @Test
    void leavesTheUserOutInTheFirstVersion() {
        specter.answers("1;42;OK");

        client(Given.setup(specter.baseUrl(), 1, Duration.ofSeconds(5), Set.of(), false))
                .submitOrder(Given.order(), 42);

        assertThat(specter.asked().getFirst().target()).doesNotContain("apiUserId");
    }

    @Test
    void sendsNothingThatSpecterCannotHold() {
        SpecterCustomer customer = Given.person("Hemlig".repeat(10), "Öberg");

        assertThatExceptionOfType(RemoteFailure.class)
                .isThrownBy(() -> client.submitCustomer(customer, "10025"))
                .withMessage("The call newCustomerSubmit to Specter (10025) was not sent. "
                        + "The customer's first name has 60 characters, and Specter takes 50 at most.")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.OUR_FAULT));
        assertThat(specter.asked()).isEmpty();
    }

    @Test
    void invoicesThroughTheAssumedAdapter() {
        specter.answers("1;70001;OK");

        assertThat(client.invoiceOrder(5001, "10025")).isEqualTo(new SpecterAnswer.Done(70001));
        assertThat(specter.asked().getFirst().target()).contains("action=orderInvoiceSubmit&");
        assertThat(specter.asked().getFirst().body()).matches("key=[0-9a-f]{32}&orderNo=5001");
    }

    @Test
    void sendsNothingInventedUnlessTheSetUpAllowsIt() {
        SpecterClient live = client(Given.setup(specter.baseUrl(), 2, Duration.ofSeconds(5), Set.of(), false));

        assertThatIllegalStateException().isThrownBy(() -> live.invoiceOrder(5001, "10025"));
        assertThat(specter.asked()).isEmpty();
    }

    private SpecterClient client(SpecterSetup setup) {
        return new SpecterClients(new CallContext(
                        SpecterClients.httpClient(), new Places(), Outages.IGNORED, call -> {}, Clock.systemUTC()))
                .forTenant("nordkajak", setup);
    }
}
