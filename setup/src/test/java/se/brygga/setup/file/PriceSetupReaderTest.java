package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.yaml.Mistake;
import se.brygga.workflows.refusal.SetupReason;

class PriceSetupReaderTest {

    @Test
    void readsEveryKey() {
        assertThat(prices("""
                    prices:
                      base: false
                      lists: { "1": Norge, "2": "17" }
                      approveAbovePercent: 12.5
                      sales: false
                      currency: EUR
                """))
                .isEqualTo(
                        new PriceSetup(false, Map.of("1", "Norge", "2", "17"), new BigDecimal("12.5"), false, "EUR"));
    }

    @Test
    void carriesTheBasePriceWithSalesAndAsksAboveThirtyPercentUnlessToldOtherwise() {
        assertThat(prices("    prices: {}\n"))
                .isEqualTo(new PriceSetup(true, Map.of(), new BigDecimal(30), true, "SEK"));
    }

    @Test
    void refusesAShareThatIsNone() {
        for (String percent : new String[] {"-1", "100.5", "much", "30 %"}) {
            assertThat(GoodFile.mistakes("    prices: { approveAbovePercent: " + percent + " }\n"))
                    .containsExactly(
                            "prices.approveAbovePercent: must be a number from 0 to 100. Write for example 30.");
        }
    }

    @Test
    void refusesACurrencyThatIsNone() {
        assertThat(GoodFile.mistakes("    prices: { currency: kr }\n"))
                .containsExactly(
                        "prices.currency: must be a currency in three capital letters. Write for example SEK.");
    }

    @Test
    void refusesASectionThatCarriesNoPrice() {
        assertThat(GoodFile.mistakes("    prices: { base: false }\n"))
                .containsExactly("prices.base: without the base price and without lists no price would go to the shop."
                        + " Name lists, or remove the section.");
    }

    @Test
    void refusesTwoListsInOne() {
        assertThat(GoodFile.mistakes("    prices: { lists: { \"1\": Norge, \"2\": Norge } }\n"))
                .containsExactly("prices.lists.2: the price list \"Norge\" stands twice. Write each once.");
    }

    @Test
    void refusesListsWhereSpectersPriceListsAreOff() {
        String text = GoodFile.withInShop("    prices: { lists: { \"1\": Norge } }\n")
                .replace("  sbmId", "  priceLists: off\n  sbmId");

        assertThat(GoodFile.read(text).mistakes())
                .extracting(Mistake::path, Mistake::what)
                .containsExactly(tuple("shops[0].prices.lists", SetupReason.LISTS_ARE_OFF.of()));
    }

    @Test
    void refusesUnknownKeys() {
        assertThat(GoodFile.mistakes("    prices: { list: { \"1\": Norge } }\n"))
                .containsExactly("prices.list: this key is not known. Did you mean \"lists\"?");
    }

    private static PriceSetup prices(String sections) {
        return Objects.requireNonNull(GoodFile.shop(sections).prices());
    }
}
