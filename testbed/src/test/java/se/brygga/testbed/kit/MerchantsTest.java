package se.brygga.testbed.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.file.SetupFile;

class MerchantsTest {

    private static final List<TenantSetup> SETUPS = read();

    @Test
    void everyShopGetsStatusesStockAndPrices() {
        assertThat(SETUPS).flatExtracting(TenantSetup::shops).hasSize(3).allSatisfy(shop -> {
            assertThat(shop.stock()).isNotNull();
            assertThat(shop.prices()).isNotNull();
            StatusSetup status = shop.status();
            assertThat(status).isNotNull();
            assertThat(status.rules()).containsKeys(StatusSetup.Event.DELIVERED, StatusSetup.Event.CANCELLED);
            assertThat(status.trackers()).isNotEmpty();
        });
    }

    @Test
    void aPersonWhoPlaysNeverWaitsLongerThanHalfAMinute() {
        assertThat(SETUPS)
                .extracting(TenantSetup::feeds)
                .flatExtracting(feeds -> List.of(feeds.orders(), feeds.stock(), feeds.prices()))
                .allSatisfy(pace -> {
                    assertThat(pace.longest()).isLessThanOrEqualTo(Duration.ofSeconds(30));
                    assertThat(pace.quiet()).isNull();
                });
    }

    @Test
    void onlyTheMerchantWithPriceListsMayUseWhatWeInvented() {
        assertThat(SETUPS).allSatisfy(setup -> {
            boolean lists = setup.shops().stream()
                    .map(ShopSetup::prices)
                    .anyMatch(prices -> prices != null && !prices.lists().isEmpty());
            assertThat(setup.specter().assumedAdapter()).isEqualTo(lists);
            assertThat(setup.specter().priceLists() == SpecterSetup.PriceLists.ASSUMED)
                    .isEqualTo(lists);
        });
    }

    private static List<TenantSetup> read() {
        SetupFile.Result result = SetupFile.read(
                Merchants.file(),
                // Each system has an address of its own, and each key a length that a key can have.
                name -> Optional.of(
                        name.endsWith("_URL") ? "http://127.0.0.1:1/" + name : "0123456789abcdef".repeat(2)));
        assertThat(result.mistakes()).isEmpty();
        return result.setups();
    }
}
