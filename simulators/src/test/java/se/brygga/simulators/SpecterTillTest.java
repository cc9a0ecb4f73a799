package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.till.Till;
import se.brygga.simulators.specter.triggers.SimTriggerKind;

/** The till of the Specter simulator: what it sells is gone from the shelf that web orders sell from. */
class SpecterTillTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @AutoClose
    private final SpecterDoor door = SpecterDoor.withoutNews(Clock.systemUTC());

    private final SpecterAccount account = door.account;

    private BigDecimal available(String articleNo) {
        return account.article(articleNo).available();
    }

    @Test
    void aSaleTakesFromTheShelfAndIsInTheStockFeedWithoutAnyOrder() throws Exception {
        BigDecimal before = available("KAJ-002");

        account.atTheTill(till -> till.sell("KAJ-002", BigDecimal.valueOf(3)));

        BigDecimal left = before.subtract(BigDecimal.valueOf(3));
        assertThat(available("KAJ-002")).isEqualByComparingTo(left);
        assertThat(door.stockText("S1")).contains(";KAJ-002;" + left.toPlainString() + ";");
        assertThat(account.orders()).isEmpty();
        assertThat(account.pending(SimFeedKind.ORDERS)).isZero();
    }

    @Test
    void aReturnBringsTheGoodsBack() {
        BigDecimal before = available("KAJ-002");
        account.atTheTill(till -> till.sell("KAJ-002", BigDecimal.TWO));
        account.atTheTill(till -> till.takeBack("KAJ-002", BigDecimal.ONE));
        assertThat(available("KAJ-002")).isEqualByComparingTo(before.subtract(BigDecimal.ONE));
        assertThat(account.receipts())
                .extracting(
                        Till.Receipt::number,
                        Till.Receipt::articleNo,
                        receipt -> receipt.quantity().intValue())
                .containsExactly(tuple(1L, "KAJ-002", 2), tuple(2L, "KAJ-002", -1));
    }

    @Test
    void aPackageThatIsSoldTakesItsPartsAndWhatIsNotStockedTakesNothing() {
        BigDecimal kayaks = available("KAJ-001");
        BigDecimal paddles = available("KAJ-003");
        account.atTheTill(till -> till.sell("KAJ-SET", BigDecimal.TWO));
        account.atTheTill(till -> till.sell("FRAKT", BigDecimal.TEN));
        assertThat(available("KAJ-001")).isEqualByComparingTo(kayaks.subtract(BigDecimal.TWO));
        assertThat(available("KAJ-003")).isEqualByComparingTo(paddles.subtract(BigDecimal.TWO));
        assertThat(account.receipts()).hasSize(2);
    }

    @Test
    void theTillSellsWhatTheCustomerHoldsInTheHandWhateverTheStockSays() {
        account.setStock("KAJ-002", 1, 1);
        account.atTheTill(till -> till.sell("KAJ-002", BigDecimal.TWO));
        assertThat(available("KAJ-002")).isEqualByComparingTo("-1");
    }

    @Test
    void whatCannotBeSoldChangesNothing() {
        assertThatThrownBy(() -> account.atTheTill(till -> till.sell("FINNS-EJ", BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> account.atTheTill(till -> till.sell("KAJ-002", BigDecimal.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> account.atTheTill(till -> till.takeBack("KAJ-002", BigDecimal.ONE.negate())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(account.receipts()).isEmpty();
        assertThat(account.pending(SimFeedKind.STOCK)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sell", "return"})
    void theStockTriggerIsFired(String what) throws Exception {
        try (HookReceiver shop = new HookReceiver()) {
            door.specter.triggers().register(SpecterDoor.ACCOUNT, Map.of(SimTriggerKind.STOCK, shop.uri() + "trigger"));
            assertThat(control("till/9999/KAJ-002/" + what, "{\"quantity\":2}").status())
                    .isEqualTo(204);
            assertThat(shop.next().body()).isEmpty();
        }
    }

    @Test
    void aPersonSellsAndTakesBackByAClickAndSeesTheReceipt() throws Exception {
        BigDecimal before = available("KAJ-002");
        String page = new Browser().send("GET", door.specter.uri() + "/", "").body();
        assertThat(page).contains("/__sim/till/9999/KAJ-002/sell", "Inget sålt i kassan ännu");

        assertThat(form("till/9999/KAJ-002/sell", "").status()).isEqualTo(303);
        assertThat(form("till/9999", "articleNo=KAJ-002&quantity=4&what=return").status())
                .isEqualTo(303);

        assertThat(available("KAJ-002")).isEqualByComparingTo(before.add(BigDecimal.valueOf(3)));
        assertThat(new Browser().send("GET", door.specter.uri() + "/", "").body())
                .contains("<td>retur 4<td>");
    }

    @Test
    void webOrdersAndTheTillSellFromTheSameShelf() throws Exception {
        BigDecimal before = available("KAJ-002");
        long order = door.order("K1", "KAJ-002", "2");
        account.atTheTill(till -> till.sell("KAJ-002", BigDecimal.ONE));
        account.deliver(order, List.of());
        assertThat(available("KAJ-002")).isEqualByComparingTo(before.subtract(BigDecimal.valueOf(3)));
    }

    private Browser.Answer control(String path, String body) throws Exception {
        return new Browser().send("POST", door.specter.uri() + "/__sim/" + path, body);
    }

    private Browser.Answer form(String path, String body) throws Exception {
        return new Browser().send("POST", door.specter.uri() + "/__sim/" + path, body, "Content-Type", FORM);
    }
}
