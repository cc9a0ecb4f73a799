package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;

/** Both simulators' pages in a real browser. */
@ExtendWith(SimulatorsAtWork.class)
class PagesIT {

    private static final String SHOP = "kajak-se";

    // The browser's last processes may still write while the test is over.
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path profile;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(Chromium.program().isPresent(), "no chromium program on the PATH");
    }

    @Test
    void starwebsPageShowsTheShopsAndPlacesAnOrderWithAClick(StarwebSimulator starweb) throws Exception {
        try (Chromium page = Chromium.open(profile, starweb.uri())) {
            starweb.shops().forEach(page::awaitText);
            int before = starweb.orders(SHOP).size();

            page.click("Företag");

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> starweb.orders(SHOP).size() == before + 1);
            long newest = starweb.orders(SHOP).stream()
                    .mapToLong(order -> order.orderId())
                    .max()
                    .orElseThrow();
            page.awaitText(Long.toString(newest));
        }
    }

    @Test
    void spectersPageSellsAtTheTillWithAClick(SpecterSimulator specter) throws Exception {
        try (Chromium page = Chromium.open(profile, specter.uri())) {
            page.awaitText("Inget sålt i kassan ännu");

            page.click("Sälj 1");

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> specter.accounts().stream()
                            .anyMatch(account ->
                                    specter.account(account).receipts().size() == 1));
            page.awaitText("Kvitto");
        }
    }

    @Test
    void thePageOfProductsHidesAndShowsAProductWithAClick(StarwebSimulator starweb) throws Exception {
        try (Chromium page = Chromium.open(profile, starweb.uri().resolve("/__sim/products/" + SHOP))) {
            page.awaitText("KAJ-001");

            page.click("Dölj");

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !starweb.goods(SHOP, "KAJ-001").shown());
            page.awaitText("dold");
        }
    }

    @Test
    void spectersPageShowsTheAccountsAndRefreshesByItself(SpecterSimulator specter) throws Exception {
        try (Chromium page = Chromium.open(profile, specter.uri())) {
            page.awaitText("9999");
            assertThat(page.text()).contains("8888", "KAJ-001").doesNotContain("newOrderSubmit");

            specter.faults().add(Fault.times("newOrderSubmit", Fault.Kind.EMPTY, 1));

            page.awaitText("newOrderSubmit");
        }
    }
}
