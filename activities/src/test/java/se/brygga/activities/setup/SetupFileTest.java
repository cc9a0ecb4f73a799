package se.brygga.activities.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetupFileTest {

    private static final String GOOD = """
            tenant: nordkajak
            package: 400
            flow: combined
            specter:
              baseUrl: "https://api.specter.se/"
              sbmId: 9999
              apiUserId: 7
              apiUserKey: "${USER_KEY}"
              integrationKey: "hemlig-i-klartext"
            shops:
              - shop: kajak-se
                webshopId: 1
                orderNoPrefix: K
                starweb: { baseUrl: "https://kajak.example/api/v2", clientId: a.b, clientSecret: "${SHOP_SECRET}" }
                orders:
                  transferWhen: [created, picking]
                  payments:
                    klarna: { code: KG }
                  shipping:
                    postnord: { article: FRAKT, method: PostNord }
                  articles: { discount: RABATT, fee: AVGIFT, rounding: AVRUNDNING }
            """;

    @Test
    void readsACompleteFile() {
        SetupFile.Result result = read(GOOD);

        assertThat(result.mistakes()).isEmpty();
        TenantSetup setup = result.setups().getFirst();
        assertThat(setup.specter().apiUserKey().value()).isEqualTo("value of USER_KEY");
        assertThat(setup.shop("kajak-se").orders().payments())
                .containsEntry("klarna", new OrderSetup.Payment("KG", null, false));
        assertThat(setup.packageSize()).isEqualTo(TenantSetup.PackageSize.P400);
    }

    @Test
    void saysEverythingThatIsWrongAtOnceWithLineAndRemedy() {
        List<Mistake> mistakes = read(GOOD.replace("sbmId: 9999", "sbmId: many")
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
                .extracting(Mistake::remedy)
                .containsExactly("Did you mean \"payments\"?");
    }

    @Test
    void refusesTwoShopsWithTheSamePrefix() {
        String second = GOOD.substring(GOOD.indexOf("  - shop:")).replace("kajak-se", "kajak-no");

        assertThat(read(GOOD + second).mistakes()).extracting(Mistake::path).containsExactly("shops[1].orderNoPrefix");
    }

    @Test
    void refusesInvoicesUnlessTheAssumedAdapterIsOn() {
        String invoice = GOOD.replace("transferWhen:", "as: invoice\n      transferWhen:");

        assertThat(read(invoice).mistakes())
                .extracting(Mistake::problem)
                .containsExactly("Specter has no known call that makes invoices");
        assertThat(read(invoice.replace("  sbmId", "  assumedAdapter: true\n  sbmId")
                                .replace("api.specter.se", "test.example"))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void refusesTheAssumedAdapterAgainstTheLiveHost() {
        assertThat(read(GOOD.replace("  sbmId", "  assumedAdapter: true\n  sbmId"))
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("specter.assumedAdapter");
    }

    @Test
    void saysWhichEnvironmentVariableIsMissing() {
        SetupFile.Result result = SetupFile.read(GOOD, name -> Optional.empty());

        assertThat(result.mistakes()).hasSize(2).allMatch(m -> m.problem().contains("has no value"));
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertThat(read("tenant: [").mistakes())
                .hasSize(1)
                .allMatch(m -> m.problem().contains("not YAML"));
        assertThat(read("").mistakes()).isNotEmpty();
    }

    @Test
    void neverShowsASecret() {
        TenantSetup setup = read(GOOD).setups().getFirst();

        assertThat(setup.toString() + new SetupCodec().toJson(setup) + SetupFile.withoutSecrets(GOOD))
                .doesNotContain("hemlig-i-klartext")
                .doesNotContain("value of");
        assertThat(SetupFile.withoutSecrets(GOOD)).contains("${USER_KEY}").contains("\"<secret>\"");
    }

    @Test
    void givesBackTheSameSetUpFromItsStoredForm() {
        SetupCodec codec = new SetupCodec();
        TenantSetup setup = read(GOOD).setups().getFirst();

        assertThat(codec.fromJson(codec.toJson(setup), codec.secrets(setup))).isEqualTo(setup);
    }

    private static SetupFile.Result read(String text) {
        return SetupFile.read(text, name -> Optional.of("value of " + name));
    }
}
