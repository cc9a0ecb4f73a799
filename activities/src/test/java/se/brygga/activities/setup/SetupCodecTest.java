package se.brygga.activities.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.activities.SampleSetup;

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
        assertThat(setup.shops()).hasSize(2).allSatisfy(shop -> {
            assertThat(shop.status()).isNull();
            assertThat(shop.stock()).isNull();
            assertThat(shop.prices()).isNull();
        });
        assertThat(setup.shop("kajak-no").starweb().clientSecret().value()).isEqualTo("d");
    }

    @Test
    void givesBackEveryPartOfAFullSetUp() {
        TenantSetup setup = full();

        assertThat(codec.fromJson(codec.toJson(setup), codec.secrets(setup))).isEqualTo(setup);
    }

    @Test
    void takesTheSamePercentageForTheSameSetUp() {
        assertThat(prices("30.0")).isEqualTo(prices("30")).isEqualTo(prices("3E+1"));
        assertThat(prices("30.0").approveAbovePercent()).hasToString("30");
        assertThat(prices("0.50").approveAbovePercent()).hasToString("0.5");
    }

    private static TenantSetup full() {
        TenantSetup sample = SampleSetup.tenant();
        ShopSetup shop = sample.shops().getFirst();
        FeedSetup.Pace pace = new FeedSetup.Pace(
                Duration.ofSeconds(10),
                Duration.ofMinutes(90),
                new FeedSetup.Quiet(LocalTime.of(22, 30), LocalTime.of(5, 0)));
        return new TenantSetup(
                sample.tenant(),
                sample.packageSize(),
                sample.flow(),
                sample.specter(),
                List.of(new ShopSetup(
                        shop.shop(),
                        shop.webshopId(),
                        shop.orderNoPrefix(),
                        shop.starweb(),
                        shop.orders(),
                        new StatusSetup(
                                Map.of(
                                        StatusSetup.Event.UNDONE,
                                        new StatusSetup.Rule("picking", false, false, false, true)),
                                Map.of("1", "PostNord"),
                                List.of("created", "completed"),
                                7),
                        new StockSetup(
                                new StockSetup.Sites(StockSetup.Kind.LISTED, List.of("1", "2")),
                                Map.of("1", "Butik"),
                                "inStock",
                                null,
                                new StockSetup.Shown(1, null),
                                List.of(new StockSetup.Group("kajaker", List.of("KAJ-*"), new StockSetup.Shown(2, 5))),
                                Map.of("KAJ-001", new StockSetup.Shown(0, 10)),
                                true),
                        prices("12.5"))),
                new FeedSetup(pace, FeedSetup.DEFAULT.stock(), pace, ZoneId.of("Europe/Oslo")));
    }

    private static PriceSetup prices(String percent) {
        return new PriceSetup(true, Map.of("1", "Norge"), new BigDecimal(percent), false);
    }

    private static String stored(String name) throws IOException {
        try (InputStream in = SetupCodecTest.class.getResourceAsStream("/setup/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
