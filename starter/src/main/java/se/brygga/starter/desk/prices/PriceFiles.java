package se.brygga.starter.desk.prices;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.LoopPoke;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/** Reads files with price lists into the books. */
@Component
class PriceFiles {

    private final SetupStore setups;
    private final PriceBook prices;
    private final DirtyBook dirty;
    private final AuditBook audit;
    private final TransactionTemplate transactions;
    private final LoopPoke loop;

    PriceFiles(
            SetupStore setups,
            PriceBook prices,
            DirtyBook dirty,
            AuditBook audit,
            TransactionTemplate transactions,
            LoopPoke loop) {
        this.setups = setups;
        this.prices = prices;
        this.dirty = dirty;
        this.audit = audit;
        this.transactions = transactions;
        this.loop = loop;
    }

    PriceFilePreview preview(String tenant, byte[] file) {
        return preview(NotFound.orElse(() -> setups.named(tenant)), PriceFile.read(file));
    }

    private PriceFilePreview preview(TenantSetup setup, PriceFile.Result read) {
        List<Refusal> objections = objections(setup, read);
        return objections.isEmpty()
                ? PriceFilePreview.of(
                        read.lines().size(),
                        prices.difference(setup.tenant(), read.lines()).stream()
                                .map(PriceFilePreview.Change::of)
                                .toList(),
                        unused(setup, read.lines()))
                : PriceFilePreview.refused(objections);
    }

    Outcome<PriceFilePreview> load(String tenant, byte[] file, Operator operator) {
        operator.requireName();
        TenantSetup setup = NotFound.orElse(() -> setups.named(tenant));
        PriceFile.Result read = PriceFile.read(file);
        PriceFilePreview preview = preview(setup, read);
        Optional<Refusal> objection = Refusal.together(preview.objections());
        if (objection.isPresent()) {
            return new Outcome.Refused<>(tenant, objection.get());
        }
        transactions.executeWithoutResult(tx -> {
            prices.load(tenant, read.lines());
            dirty.mark(Feed.PRICES, setup.shopsThatWant(Feed.PRICES));
            audit.add(AuditBook.Deed.of(
                    operator.by(),
                    "prices-loaded",
                    tenant,
                    "price file of " + preview.rows() + " rows, "
                            + preview.changes().size() + " changed",
                    operator.reason()));
        });
        loop.poke(Feed.PRICES.workflowId(tenant));
        return new Outcome.Followed<>(tenant, preview);
    }

    /** Why the tenant's price lists cannot come from the file; empty when they can. */
    private static List<Refusal> objections(TenantSetup setup, PriceFile.Result file) {
        String tenant = setup.tenant();
        return switch (setup.specter().priceLists()) {
            case FILE -> file.mistakes();
            case ASSUMED -> List.of(Reason.PRICE_LISTS_FROM_JOURNAL.of(tenant));
            case OFF -> List.of(Reason.PRICE_LISTS_OFF.of(tenant));
        };
    }

    private static List<String> unused(TenantSetup setup, List<PriceBook.Line> lines) {
        List<String> used = setup.shops().stream()
                .map(ShopSetup::prices)
                .filter(Objects::nonNull)
                .flatMap(shop -> shop.lists().keySet().stream())
                .toList();
        return lines.stream()
                .map(PriceBook.Line::list)
                .distinct()
                .filter(list -> !used.contains(list))
                .toList();
    }
}
