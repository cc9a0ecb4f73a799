package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.yaml.Mistake;
import se.brygga.workflows.refusal.SetupReason;

class SetupFileTest {

    private static final String GOOD = GoodFile.TEXT;

    @Test
    void readsACompleteFile() {
        SetupFile.Result result = GoodFile.read(GOOD);

        assertThat(result.mistakes()).isEmpty();
        TenantSetup setup = result.setups().getFirst();
        assertThat(setup.specter().apiUserKey().value()).isEqualTo("value of USER_KEY");
        assertThat(setup.shop("kajak-se").orders().payments())
                .containsEntry("klarna", new OrderSetup.Payment("KG", null, false));
        assertThat(setup.plan()).isEqualTo(TenantSetup.Plan.P400);
    }

    @Test
    void saysEverythingThatIsWrongAtOnceWithLineAndRemedy() {
        List<Mistake> mistakes = GoodFile.read(GOOD.replace("sbmId: 9999", "sbmId: many")
                        .replace("https://kajak.example", "http://kajak.example")
                        .replace("payments:", "paiments:")
                        .replace("flow: combined", "flow: both"))
                .mistakes();

        assertThat(mistakes)
                .extracting(Mistake::path)
                .contains("specter.sbmId", "shops[0].starweb.baseUrl", "shops[0].orders.paiments", "flow");
        assertThat(mistakes)
                .filteredOn(m -> m.path().equals("specter.sbmId"))
                .extracting(Mistake::line)
                .containsExactly(6);
        assertThat(mistakes)
                .filteredOn(m -> m.path().endsWith("paiments"))
                .extracting(Mistake::what)
                .containsExactly(SetupReason.KEY_UNKNOWN.of("payments", null));
    }

    @Test
    void refusesTwoShopsWithTheSamePrefix() {
        String second = GOOD.substring(GOOD.indexOf("  - shop:"))
                .replace("kajak-se", "kajak-no")
                .replace("kajak.example", "kajak-no.example")
                .replace("a.b", "c.d");

        assertThat(GoodFile.read(GOOD + second).mistakes())
                .extracting(Mistake::path)
                .containsExactly("shops[1].orderNoPrefix");
    }

    @Test
    void refusesPrefixesThatDifferInCaseOnly() {
        String second = GOOD.substring(GOOD.indexOf("  - shop:"))
                .replace("kajak-se", "kajak-no")
                .replace("kajak.example", "kajak-no.example")
                .replace("a.b", "c.d")
                .replace("orderNoPrefix: K", "orderNoPrefix: k");

        assertThat(GoodFile.read(GOOD + second).mistakes())
                .extracting(Mistake::path)
                .containsExactly("shops[1].orderNoPrefix");
    }

    @ParameterizedTest
    @CsvSource({
        "starweb, '', true",
        "combined, '', true",
        "specter, '', false",
        "specter, true, true",
        "combined, false, false"
    })
    void hasMissingArticlesMadeUnlessSpecterOwnsThemOrTheFileSaysOtherwise(String flow, String set, boolean made) {
        String text = GOOD.replace("flow: combined", "flow: " + flow)
                .replace(
                        "transferWhen:",
                        (set.isEmpty() ? "" : "createMissingArticles: " + set + "\n      ") + "transferWhen:");

        assertThat(GoodFile.tenant(text).shops().getFirst().orders().createMissingArticles())
                .isEqualTo(made);
    }

    /** Order 125 of a shop without a prefix and order 25 of a shop with the prefix 1 would be the same. */
    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "K2", "A-0"})
    void refusesAPrefixThatRunsIntoTheNumberWhereThereAreSeveralShops(String prefix) {
        String one = GOOD.replace("orderNoPrefix: K", "orderNoPrefix: " + prefix);
        String second = GOOD.substring(GOOD.indexOf("  - shop:"))
                .replace("kajak-se", "kajak-no")
                .replace("kajak.example", "kajak-no.example")
                .replace("a.b", "c.d")
                .replace("orderNoPrefix: K", "orderNoPrefix: \"\"");

        assertThat(GoodFile.read(one + second).mistakes())
                .extracting(Mistake::path)
                .containsExactly("shops[0].orderNoPrefix");
        assertThat(GoodFile.read(one).mistakes()).isEmpty();
        assertThat(GoodFile.read(GOOD.replace("orderNoPrefix: K", "orderNoPrefix: 2-") + second)
                        .mistakes())
                .isEmpty();
    }

    @Test
    void refusesInvoicesUnlessTheAssumedAdapterIsOn() {
        String invoice = GOOD.replace("transferWhen:", "as: invoice\n      transferWhen:");

        assertThat(GoodFile.read(invoice).mistakes())
                .extracting(Mistake::what)
                .containsExactly(SetupReason.NO_INVOICES.of());
        assertThat(GoodFile.read(invoice.replace("  sbmId", "  assumedAdapter: true\n  sbmId")
                                .replace("api.specter.se", "test.example"))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void refusesTheAssumedAdapterAgainstTheLiveHost() {
        assertThat(GoodFile.read(GOOD.replace("  sbmId", "  assumedAdapter: true\n  sbmId"))
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("specter.assumedAdapter");
    }

    @Test
    void takesTheIdOfATriggerForTheOrdersNumberOnlyWhereTheFileSaysSo() {
        assertThat(triggerOrderId(GOOD)).isEqualTo(SpecterSetup.TriggerOrderId.UNKNOWN);
        assertThat(triggerOrderId(GOOD.replace("  sbmId", "  triggerOrderId: number\n  sbmId")))
                .isEqualTo(SpecterSetup.TriggerOrderId.NUMBER);
        assertThat(GoodFile.read(GOOD.replace("  sbmId", "  triggerOrderId: internal\n  sbmId"))
                        .mistakes())
                .extracting(Mistake::path, Mistake::what)
                .containsExactly(
                        tuple("specter.triggerOrderId", SetupReason.WORD_UNKNOWN.of("internal", "number, unknown")));
    }

    private static SpecterSetup.TriggerOrderId triggerOrderId(String file) {
        return GoodFile.read(file).setups().getFirst().specter().triggerOrderId();
    }

    @Test
    void refusesTheAssumedPriceListsWithoutTheAssumedAdapter() {
        String assumed = GOOD.replace("  sbmId", "  priceLists: assumed\n  sbmId");

        assertThat(GoodFile.read(assumed).mistakes())
                .extracting(Mistake::path, Mistake::what)
                .containsExactly(tuple("specter.priceLists", SetupReason.PRICE_LISTS_WITHOUT_CALL.of()));
        assertThat(GoodFile.read(assumed.replace("  sbmId", "  assumedAdapter: true\n  sbmId")
                                .replace("api.specter.se", "test.example"))
                        .setups()
                        .getFirst()
                        .specter()
                        .priceLists())
                .isEqualTo(SpecterSetup.PriceLists.ASSUMED);
    }

    @Test
    void asksForFilesOfPriceListsAndAllowsThreeForeignBatchesUnlessToldOtherwise() {
        SpecterSetup specter = GoodFile.read(GOOD).setups().getFirst().specter();
        SpecterSetup told = GoodFile.read(
                        GOOD.replace("  sbmId", "  priceLists: off\n  maxForeignRecoveries: 8\n  sbmId"))
                .setups()
                .getFirst()
                .specter();

        assertThat(specter.priceLists()).isEqualTo(SpecterSetup.PriceLists.FILE);
        assertThat(specter.maxForeignRecoveries()).isEqualTo(3);
        assertThat(told.priceLists()).isEqualTo(SpecterSetup.PriceLists.OFF);
        assertThat(told.maxForeignRecoveries()).isEqualTo(8);
    }

    @Test
    void saysThatAListHoldsMoreThanSingleValues() {
        assertThat(GoodFile.read(GOOD.replace("[created, picking]", "[created, [picking]]"))
                        .mistakes())
                .extracting(Mistake::path, Mistake::what)
                .containsExactly(tuple(
                        "shops[0].orders.transferWhen",
                        SetupReason.SINGLE_VALUES_EXPECTED.of("transferWhen: [one, two]")));
    }

    @Test
    void refusesWhatGoesBackToTheShopWhenTheShopIsTheMaster() {
        String sections = """
                    status: { delivered: { set: completed } }
                    stock: {}
                    prices: {}
                """;
        String text = GoodFile.withInShop(sections).replace("flow: combined", "flow: starweb");

        assertThat(GoodFile.read(text).mistakes())
                .extracting(Mistake::path)
                .containsExactly("shops[0].status", "shops[0].stock", "shops[0].prices");
        assertThat(GoodFile.read(text.replace("flow: starweb", "flow: specter")).mistakes())
                .isEmpty();
    }

    @Test
    void acceptsTheExampleOfTheDesign() {
        SetupFile.Result result = GoodFile.read(GoodFile.withInShop("""
                    status:
                      delivered: { set: completed, mail: true, capture: true, tracking: true }
                      cancelled: { set: canceled, mail: false, capture: false }
                    stock: { every: PT5M, publish: available }
                """));

        assertThat(result.mistakes()).isEmpty();
        assertThat(result.setups().getFirst().shops().getFirst().prices()).isNull();
    }

    @Test
    void leavesOffWhatHasNoSection() {
        ShopSetup shop = GoodFile.read(GOOD).setups().getFirst().shop("kajak-se");

        assertThat(shop.status()).isNull();
        assertThat(shop.stock()).isNull();
        assertThat(shop.prices()).isNull();
    }

    @Test
    void readsHowSpecterSaysThatAnOrderIsThereAlready() {
        String patterns =
                "  duplicateOrderPattern: \"(finns|exists)\"\n  duplicateOrderNumberPattern: \"'([0-9]+)'\"\n";

        assertThat(GoodFile.tenant(GOOD.replace("shops:", patterns + "shops:")).specter())
                .satisfies(specter -> {
                    assertThat(specter.duplicateOrderPattern()).isEqualTo("(finns|exists)");
                    assertThat(specter.duplicateOrderNumberPattern()).isEqualTo("'([0-9]+)'");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "duplicateOrderPattern, '('",
        "duplicateOrderPattern, ''",
        "duplicateOrderPattern, '.*'",
        "duplicateOrderNumberPattern, '[0-9]+'",
        "duplicateOrderNumberPattern, '([0-9]*)'"
    })
    void refusesAPatternThatWouldFitEverythingOrNothing(String key, String pattern) {
        String file = GOOD.replace("shops:", "  " + key + ": \"" + pattern + "\"\nshops:");

        assertThat(GoodFile.read(file).mistakes()).extracting(Mistake::path).containsExactly("specter." + key);
    }

    @Test
    void saysThatEveryOrderWouldWaitWithoutAShippingMethod() {
        String without = GOOD.replaceAll("(?m)^ *shipping:\n.*\n", "");

        assertThat(GoodFile.read(without).mistakes())
                .extracting(Mistake::path)
                .containsExactly("shops[0].orders.shipping");
    }

    @Test
    void saysWhichEnvironmentVariableIsMissing() {
        SetupFile.Result result = SetupFile.read(GOOD, name -> Optional.empty());

        assertThat(result.mistakes()).hasSize(2).allMatch(m -> m.what().code() == SetupReason.REFERENCE_WITHOUT_VALUE);
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertThat(GoodFile.read("tenant: [").mistakes())
                .hasSize(1)
                .allMatch(m -> m.what().code() == SetupReason.FILE_NOT_YAML);
        assertThat(GoodFile.read("").mistakes()).isNotEmpty();
    }

    @Test
    void neverShowsASecret() {
        SetupFile.Result result = GoodFile.read(GOOD);
        TenantSetup setup = result.setups().getFirst();

        assertThat(setup.toString() + result.texts())
                .doesNotContain("hemlig-i-klartext")
                .doesNotContain("value of");
        assertThat(result.texts().getFirst()).contains("${USER_KEY}").contains("\"<secret>\"");
    }
}
