package se.brygga.starter.desk.feeds;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.products.SyncBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.feeds.FeedDesk.Loop.State;
import se.brygga.starter.desk.trouble.Trouble.Standstill;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductSyncWorkflow;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Makes the views of the loops that keep products equal, one for each shop whose set-up carries products. */
@Component
class ProductLoops {

    private final SetupStore setups;
    private final SyncBook syncs;
    private final LoopBook looks;
    private final InstantSource time;

    ProductLoops(SetupStore setups, SyncBook syncs, LoopBook looks, InstantSource time) {
        this.setups = setups;
        this.syncs = syncs;
        this.looks = looks;
        this.time = time;
    }

    /**
     * The loops of one tenant, or of all.
     *
     * @throws NotFound there is no such tenant
     */
    List<ProductLoop> of(@Nullable String tenant, Standstill standstill) {
        Map<ShopRef, SyncBook.Sync> known =
                syncs.all().stream().collect(Collectors.toMap(SyncBook.Sync::shop, Function.identity()));
        Map<String, LoopBook.Look> looked = looks.all();
        List<ProductLoop> loops = new ArrayList<>();
        for (String key : tenants(tenant)) {
            setups.servedAndReadable(key).map(TenantSetup::shopsWithProducts).stream()
                    .flatMap(List::stream)
                    .map(shop -> loop(
                            known.getOrDefault(shop, SyncBook.Sync.fresh(shop)),
                            looked.get(ProductSyncWorkflow.idOf(shop)),
                            standstill))
                    .forEach(loops::add);
        }
        return loops;
    }

    /**
     * The loop of a shop.
     *
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop's products are not kept equal to Specter's articles
     */
    ProductLoop of(ShopRef shop, Standstill standstill) {
        NotFound.unless(() -> setups.named(shop.tenant()).shop(shop.shop()));
        return of(shop.tenant(), standstill).stream()
                .filter(loop -> loop.shop().equals(shop))
                .findFirst()
                .orElseThrow(() -> Reason.NO_PRODUCT_SYNC.refused(shop));
    }

    private List<String> tenants(@Nullable String tenant) {
        if (tenant == null) {
            return setups.tenants().stream().sorted(Comparator.naturalOrder()).toList();
        }
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        return List.of(tenant);
    }

    private ProductLoop loop(SyncBook.Sync sync, LoopBook.@Nullable Look look, Standstill standstill) {
        ProductLoop.ProductPause pause = ProductLoop.ProductPause.of(sync.pause());
        State state = Loops.state(
                new Loops.Fares(pause != null, look != null, sync.failures()), look, standstill, time.instant());
        return new ProductLoop(
                sync.shop(),
                state,
                pause,
                look == null ? null : look.lookedAt(),
                sync.newsAt(),
                sync.idle(),
                sync.failures(),
                look == null || pause != null ? null : look.expectedAt(),
                sync.waiting());
    }
}
