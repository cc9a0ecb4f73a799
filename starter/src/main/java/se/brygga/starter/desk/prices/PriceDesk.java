package se.brygga.starter.desk.prices;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.prices.PriceDriftBook;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.feeds.Comparison;
import se.brygga.starter.desk.feeds.Comparisons;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.feed.Feed;

/** Price changes that wait, price lists from a file, and where a shop's prices differ from Specter's. */
@Component
public class PriceDesk {

    /**
     * Which changes of a shop are meant.
     *
     * @param sku null: everything of the shop that waits
     * @param listId with a SKU: only in this price list; null: in any
     * @param fromQty with a SKU: only this row; null: any
     */
    public record Target(
            @Nullable String sku,
            @Nullable Long listId,
            @Nullable Integer fromQty) {

        boolean isMeant(HeldPrice held) {
            return sku == null
                    || (Sku.same(held.sku(), sku)
                            && (listId == null || held.listId() == listId)
                            && (fromQty == null || held.fromQty() == fromQty));
        }
    }

    private final Approvals approvals;
    private final PriceFiles files;
    private final Comparisons comparisons;
    private final Comparisons.Kind<PriceDifference> kind;
    private final TroubleDesk trouble;

    PriceDesk(
            Approvals approvals,
            PriceFiles files,
            PriceDriftBook drifts,
            Comparisons comparisons,
            TroubleDesk trouble) {
        this.approvals = approvals;
        this.files = files;
        this.comparisons = comparisons;
        this.kind = new Comparisons.Kind<>(
                Feed.PRICES,
                shop -> drifts.drifts(shop).stream().map(PriceDifference::of).toList());
        this.trouble = trouble;
    }

    /**
     * Changes that wait for a person.
     *
     * @param tenant null: of all
     * @throws IllegalArgumentException there is no such tenant
     */
    public HeldPrices held(@Nullable String tenant) {
        Trouble wrong = trouble.of(tenant, null);
        return new HeldPrices(
                approvals.waiting(tenant),
                wrong.notWritten().stream()
                        .filter(one -> one.feed() == Feed.PRICES)
                        .toList());
    }

    /**
     * Decides about changes of one shop as they are now.
     *
     * @throws IllegalArgumentException no such change waits, or the reason or the name is missing
     */
    public List<Outcome<HeldPrice>> decide(ShopRef shop, Target target, HeldPrice.Verdict verdict, Operator operator) {
        List<HeldPrice> meant = approvals.waiting(shop.tenant()).stream()
                .filter(held -> held.shop().equals(shop) && target.isMeant(held))
                .toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException("no such price of " + shop + " waits; brygga prices held "
                    + shop.tenant() + " lists those that do");
        }
        return decide(meant, verdict, operator);
    }

    /**
     * Decides about changes as they were shown. One that has changed in the meantime, or was decided, is refused: a repeat
     * changes nothing.
     *
     * @throws IllegalArgumentException the reason or the name is missing
     */
    public List<Outcome<HeldPrice>> decide(Collection<HeldPrice> shown, HeldPrice.Verdict verdict, Operator operator) {
        return approvals.decide(shown, verdict, operator);
    }

    /**
     * What a file with price lists would change. Changes nothing.
     *
     * @throws IllegalArgumentException there is no such tenant
     */
    public PriceFilePreview preview(String tenant, byte[] file) {
        return files.preview(tenant, file);
    }

    /**
     * Replaces the lists that a file names, and lets the shops be written. The same file again changes nothing.
     *
     * @return what was changed; refused when there are objections
     * @throws IllegalArgumentException there is no such tenant, or nobody is named
     */
    public Outcome<PriceFilePreview> load(String tenant, byte[] file, Operator operator) {
        return files.load(tenant, file, operator);
    }

    /**
     * What the last comparison of the shop's prices found.
     *
     * @throws IllegalArgumentException there is no such shop, or it gets no prices
     */
    public Comparison<PriceDifference> drift(ShopRef shop) {
        return comparisons.last(shop, kind);
    }

    /**
     * Compares all prices of the shop now. A repeat compares once more.
     *
     * @param patience how long to wait; the comparison is made also after that
     * @throws IllegalArgumentException there is no such shop, or it gets no prices
     */
    public Outcome<Comparison<PriceDifference>> compare(ShopRef shop, Operator operator, Duration patience) {
        return comparisons.compare(shop, kind, operator, patience);
    }
}
