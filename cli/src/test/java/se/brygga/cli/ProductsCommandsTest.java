package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The commands about products on their way to Specter, against a starter that answers what a test says. */
class ProductsCommandsTest extends AskedStarter {

    private static final String WAITING = """
            {"shop":"nordkajak/kajak-se","sku":"BOK","name":"Bok","state":"waiting","cause":"product-vat-not-whole",
             "detail":"12.5 %","gone":false,"nameCut":true,"since":"2026-11-30T10:00:00Z"}""";

    @Test
    void listsWhatWaitsWithItsCauseAndSaysOfHowMany() {
        answers("{\"products\":[" + WAITING + "],\"total\":7,\"counts\":[]}");

        Said said = brygga("products", "list", "nordkajak/kajak-se", "--waiting", "--limit", "1", "--lang", "en");

        assertThat(said.out()).contains("BOK", "product-vat-not-whole", "12.5 %", "waits, name cut", "1 of 7");
        assertThat(asked)
                .singleElement()
                .satisfies(one -> assertThat(one.what())
                        .startsWith("GET /api/v1/products/nordkajak/kajak-se?")
                        .contains("which=waiting", "limit=1"));
    }

    @Test
    void showsWhatTheShopHasAndWhatWasWrittenAndHowToMendAWait() {
        answers("{\"product\":" + WAITING + ",\"master\":\"shop\",\"productId\":5,\"variantId\":51,\"values\":["
                + "{\"field\":\"name\",\"master\":\"Bok\",\"written\":\"Boken\"}],\"group\":null,\"writtenAt\":null}");

        Said said = brygga("products", "show", "nordkajak/kajak-se", "BOK", "--lang", "sv");

        assertThat(said.out())
                .contains("väntar", "Boken", "Produkt 5, variant 51", "En momssats har decimaler", "12.5 %")
                .contains("Rätta produktens moms i Starweb");
    }

    @Test
    void showsAnArticleOnItsWayToTheShopWithItsGroup() {
        answers("""
                {"product":{"shop":"tehuset/te-butiken","sku":"TE-1-100","name":"Te 100 g","state":"pending","cause":null,
                  "detail":"","gone":false,"nameCut":false,"since":"2026-11-30T10:00:00Z"},
                 "master":"specter","productId":null,"variantId":null,
                 "values":[{"field":"name","master":"Te 100 g","written":null}],
                 "group":{"group":"TE-1","name":"Te","standing":"proposed","types":["Vikt"],
                   "articles":[{"article":"TE-1-100","values":["100 g"]}],"twins":[]},
                 "writtenAt":null}""");

        assertThat(brygga("products", "show", "tehuset/te-butiken", "TE-1-100", "--lang", "sv")
                        .out())
                .contains("I SPECTER", "Te 100 g", "Butiken har inte fått den.", "TE-1-100 (100 g)", "föreslagen");
    }

    @Test
    void aRetryNamesWhatWaitsOrAllAndSaysHowManyWaited() {
        answers("{\"retried\":2}");

        assertThat(brygga("products", "retry", "nordkajak/kajak-se", "BOK", "TE-1", "--by", "anna", "--lang", "en")
                        .out())
                .contains("nordkajak/kajak-se: tries 2 again");
        assertThat(brygga("products", "retry", "nordkajak/kajak-se", "--lang", "en")
                        .err())
                .contains("Say the numbers, or --all.");
        assertThat(asked)
                .singleElement()
                .satisfies(one -> assertThat(one.what()).startsWith("POST /api/v1/products/nordkajak/kajak-se/retry"));
    }

    @Test
    void theRegisterSaysWhatHappensToWhatDoesNotFit() {
        String register = """
                [{"field":"name","starweb":"languages[].name","specter":"name","unit":"text","mode":null,
                  "toSpecter":{"standard":"follow","allowed":["follow","create","off"],"longest":140,"decimals":null,"misfit":"cut"},
                  "toShop":null}]""";
        answers(register);
        answers(register);

        assertThat(brygga("products", "register", "--lang", "en").out())
                .contains("follow (create, off); at most 140 characters; longer is cut", "not carried");
        assertThat(brygga("products", "register", "--markdown", "--lang", "en").out())
                .startsWith("| FIELD | STARWEB |")
                .contains("| name | languages[].name | name | text |");
    }

    @Test
    void aPauseIsSentWithWhoAndWhy() {
        answers("{}");

        Said said = brygga(
                "products", "pause", "nordkajak/kajak-se", "--by", "anna", "--reason", "new prices", "--lang", "sv");

        assertThat(said.out()).contains("nordkajak/kajak-se: produkterna är pausade");
        assertThat(asked)
                .singleElement()
                .satisfies(one -> assertThat(one.what()).startsWith("POST /api/v1/products/nordkajak/kajak-se/pause"));
    }

    @Test
    void theListOfLoopsShowsWhichProductsArePausedByWhomAndWhyAndHowManyWait() {
        answers("""
                {"loops":[],"products":[
                  {"shop":"nordkajak/kajak-se","state":"paused","pause":{"by":"anna","at":"2026-11-30T10:00:00Z",
                   "reason":"new prices"},"lookedAt":null,"newsAt":null,"idle":0,"failures":0,"expectedAt":null,"waiting":0},
                  {"shop":"nordkajak/kajak-no","state":"polls","pause":null,"lookedAt":"2026-11-30T10:00:00Z","newsAt":null,
                   "idle":2,"failures":0,"expectedAt":"2026-11-30T10:04:00Z","waiting":3}],
                 "trouble":{"standstill":{"engine":null,"noWorkerSince":null,"webHooks":null,"lateLoops":[]},"outages":[],"notServed":[],
                   "notices":[],"unswept":[],"notWritten":[]}}""");

        assertThat(brygga("feeds", "list", "--lang", "en").out().lines())
                .anySatisfy(line ->
                        assertThat(line).contains("nordkajak/kajak-se", "products", "paused by anna", ": new prices"))
                .anySatisfy(line -> assertThat(line).contains("nordkajak/kajak-no", "polls, 3 wait", "next "));
    }

    private void answers(String body) {
        answers.add(new Answer(200, body));
    }
}
