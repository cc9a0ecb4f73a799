package se.brygga.activities.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.specter.SpecterSetup;

class SetupCodecTest {

    private final SetupCodec codec = new SetupCodec();

    @Test
    void readsWhatWasStoredBeforeThereWereFeeds() throws IOException {
        TenantSetup setup = codec.fromJson(
                stored("stored-before-feeds.json"),
                Map.of(
                        "specter.apiUserKey", new Secret("a"),
                        "specter.integrationKey", new Secret("b"),
                        "shops.kajak-se.starweb.clientSecret", new Secret("c"),
                        "shops.kajak-no.starweb.clientSecret", new Secret("d")));

        assertThat(setup.feeds()).isEqualTo(FeedSetup.DEFAULT);
        assertThat(setup.specter().priceLists()).isEqualTo(SpecterSetup.PriceLists.FILE);
        assertThat(setup.specter().maxForeignRecoveries()).isEqualTo(3);
        assertThat(setup.specter().triggerOrderId()).isEqualTo(SpecterSetup.TriggerOrderId.UNKNOWN);
        assertThat(setup.shops()).hasSize(2).allSatisfy(shop -> {
            assertThat(shop.status()).isNull();
            assertThat(shop.stock()).isNull();
            assertThat(shop.prices()).isNull();
        });
        assertThat(setup.shop("kajak-no").starweb().clientSecret().value()).isEqualTo("d");
    }

    @Test
    void givesBackEveryPartOfAFullSetUp() {
        TenantSetup setup = SampleSetup.withEverything();

        assertThat(codec.fromJson(codec.toJson(setup), codec.secrets(setup))).isEqualTo(setup);
    }

    @Test
    void takesOnePriceCurrencyForGrantedWhereAnEarlierReleaseStoredNone() {
        TenantSetup setup = SampleSetup.withEverything();
        String earlier = codec.toJson(setup).replace(",\"currency\":\"SEK\"", "");
        assertThat(earlier).doesNotContain("currency");

        assertThat(codec.fromJson(earlier, codec.secrets(setup))).isEqualTo(setup);
    }

    @Test
    void takesTheSamePercentageForTheSameSetUp() {
        assertThat(prices("30.0")).isEqualTo(prices("30")).isEqualTo(prices("3E+1"));
        assertThat(prices("30.0").approveAbovePercent()).hasToString("30");
        assertThat(prices("0.50").approveAbovePercent()).hasToString("0.5");
    }

    private static PriceSetup prices(String percent) {
        return new PriceSetup(true, Map.of("1", "Norge"), new BigDecimal(percent), false, "SEK");
    }

    private static String stored(String name) throws IOException {
        try (InputStream in = SetupCodecTest.class.getResourceAsStream("/setup/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
