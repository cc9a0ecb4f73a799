package se.brygga.starter.desk.prices;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.prices.PriceDriftBook;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.feeds.Comparisons;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.RequestRefused;

/** Price changes that wait, price lists from a file, and where a shop's prices differ from Specter's. */
@Component
public class PriceDesk {

    private final Approvals approvals;
    private final PriceFiles files;
    private final PriceDriftBook drifts;
    private final TroubleDesk trouble;

    PriceDesk(Approvals approvals, PriceFiles files, PriceDriftBook drifts, TroubleDesk trouble) {
        this.approvals = approvals;
        this.files = files;
        this.drifts = drifts;
        this.trouble = trouble;
    }

    /** Prices as a kind of comparison. */
    public Comparisons.Kind<PriceDifference> comparison() {
        return new Comparisons.Kind<>(
                Feed.PRICES,
                shop -> drifts.drifts(shop).stream().map(PriceDifference::of).toList());
    }

    /**
     * Changes that wait for a person.
     *
     * @param tenant null for all, as is {@code shop}
     * @throws NotFound there is no such tenant or shop
     */
    public WaitingPrices waiting(@Nullable String tenant, @Nullable String shop) {
        Trouble wrong = trouble.of(tenant, shop);
        List<WaitingPrice> waiting = approvals.waiting(tenant).stream()
                .filter(change -> shop == null || change.shop().shop().equals(shop))
                .toList();
        return new WaitingPrices(
                waiting,
                waiting.size(),
                wrong.notWritten().stream()
                        .filter(one -> one.feed() == Feed.PRICES)
                        .toList());
    }

    /**
     * Decides about changes as they were shown. A change that has another price by now, or was decided, is refused. So
     * a repeat changes nothing.
     *
     * @throws RequestRefused the reason or the name is missing
     */
    public List<Outcome<WaitingPrice>> decide(
            Collection<WaitingPrice> shown, WaitingPrice.Verdict verdict, Operator operator) {
        return approvals.decide(shown, verdict, operator);
    }

    /**
     * What a file with price lists would change. Changes nothing.
     *
     * @throws NotFound there is no such tenant
     */
    public PriceFilePreview preview(String tenant, byte[] file) {
        return files.preview(tenant, file);
    }

    /**
     * Replaces the lists that a file names. The next push writes the shops. Idempotent for the same file.
     *
     * @return what was changed; refused when there are objections
     * @throws NotFound there is no such tenant
     * @throws RequestRefused nobody is named
     */
    public Outcome<PriceFilePreview> load(String tenant, byte[] file, Operator operator) {
        return files.load(tenant, file, operator);
    }
}
