package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.prices.PriceValue;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.prices.PriceDesk;
import se.brygga.starter.desk.prices.WaitingPrice;
import se.brygga.workflows.feed.Feed;

/** An article gets a price in Specter that is half as much again, and a person says yes. */
final class ApprovedPriceWay extends FeedWay {

    private static final String SKU = "TE-007";

    private final Map<Victim, BigDecimal> before = new HashMap<>();

    ApprovedPriceWay(Scene scene) {
        super(
                scene,
                "a price that a person approves",
                Feed.PRICES,
                Set.of("getArticleInfoExternalNeedUpdate", "updateArticleInfosFromBatch"),
                List.of(SimFeedKind.ARTICLES));
    }

    @Override
    Optional<String> shopCall(Victim victim, String request) {
        return onlyOf(request, "price");
    }

    @Override
    void change(Victim victim) {
        scene.starweb.forgetWrites(victim.merchant.name());
        before.put(victim, inShop(victim));
        scene.specter.account(victim.merchant.account()).setPrice(SKU, after(victim));
    }

    private BigDecimal inShop(Victim victim) {
        return scene.starweb.goods(victim.merchant.name(), SKU).price();
    }

    private BigDecimal after(Victim victim) {
        return Objects.requireNonNull(before.get(victim))
                .multiply(new BigDecimal("1.5"))
                .setScale(2, RoundingMode.HALF_UP);
    }

    @Override
    void help(Victim victim) {
        List<WaitingPrice> waiting = scene.apps
                .bean(PriceDesk.class)
                .waiting(victim.merchant.name(), null)
                .prices();
        if (!waiting.isEmpty() && victim.decided.isEmpty()) {
            assertThat(waiting)
                    .extracting(change -> PriceValue.of(
                            Objects.requireNonNull(change.before()).price()))
                    .containsExactly(PriceValue.of(Objects.requireNonNull(before.get(victim))));
            assertThat(waiting)
                    .extracting(change ->
                            PriceValue.of(Objects.requireNonNull(change.after()).price()))
                    .containsExactly(PriceValue.of(after(victim)));
            assertThat(scene.apps
                            .bean(PriceDesk.class)
                            .decide(waiting, WaitingPrice.Verdict.APPROVED, new Operator("anna", "ny leverantör")))
                    .hasSize(1)
                    .allMatch(Outcome.Followed.class::isInstance);
            victim.decided.add("approved");
        }
        super.help(victim);
    }

    @Override
    boolean isSettled(Victim victim) {
        return !victim.decided.isEmpty()
                && scene.apps
                        .bean(ApprovalBook.class)
                        .of(victim.merchant.shop())
                        .isEmpty()
                && super.isSettled(victim);
    }

    @Override
    String shown(Victim victim) {
        assertThat(victim.decided).hasSize(1);
        assertThat(inShop(victim)).isEqualByComparingTo(after(victim));
        return "approved once; shop shows " + inShop(victim)
                + GoodsWays.changes(scene, victim, SKU, CatalogueWrite.Kind.PRICE);
    }
}
