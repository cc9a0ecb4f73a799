package se.brygga.activities.stock;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.setup.StockSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Checks that the warehouses of an answer are the known ones. Nobody knows how Specter names them (Specter reference
 * O28), and an answer may hold only those that have changed. Under other names the same stock would count twice. A shop
 * that gets the stock of some warehouses would get none. Pure.
 */
final class Warehouses {

    /** How an answer distinguishes warehouses. */
    private enum By {
        NAME,
        PLACE,
        NOTHING;

        static By of(String site) {
            return site.isEmpty() ? NOTHING : site.startsWith("#") ? PLACE : NAME;
        }
    }

    private Warehouses() {}

    /**
     * Refuses an answer that must not be stored. Specter repeats an answer that is not acknowledged, so nothing is
     * lost.
     *
     * @param known the warehouses of the tenant's stock in the books; {@code ""} for stock without one
     * @throws RemoteFailure REFUSED with WAREHOUSES_NOT_NAMED
     */
    static void check(TenantSetup setup, Collection<String> known, List<StockChange> rows) {
        Set<String> told = rows.stream().map(StockChange::siteOrNone).collect(Collectors.toCollection(TreeSet::new));
        objection(known, told, listed(setup)).ifPresent(why -> {
            throw new RemoteFailure(
                            RemoteSystem.SPECTER,
                            RemoteFailure.Kind.REFUSED,
                            RemoteFailure.Why.WAREHOUSES_NOT_NAMED,
                            "the stock answer's warehouses are not the known ones")
                    .toldAs(why);
        });
    }

    private static Set<String> listed(TenantSetup setup) {
        return setup.shops().stream()
                .map(shop -> shop.stock())
                .filter(Objects::nonNull)
                .flatMap(Warehouses::listed)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> listed(StockSetup stock) {
        return Stream.concat(stock.sites().ids().stream(), stock.locations().keySet().stream());
    }

    private static Optional<Detail> objection(Collection<String> known, Set<String> told, Set<String> listed) {
        Set<By> ways = Stream.concat(known.stream(), told.stream()).map(By::of).collect(Collectors.toSet());
        if (ways.size() > 1) {
            return Optional.of(Phrase.UNKNOWN_WAREHOUSES.with(words(told), words(known)));
        }
        boolean unnamed = !told.isEmpty() && !ways.contains(By.NAME);
        return unnamed && !listed.isEmpty() && !listed.containsAll(told)
                ? Optional.of(Phrase.OTHER_WAREHOUSES.with(words(told), words(listed)))
                : Optional.empty();
    }

    private static Detail words(Collection<String> sites) {
        return sites.isEmpty()
                ? Phrase.NO_WAREHOUSES.with()
                : Detail.list(sites.stream()
                        .sorted()
                        .map(site -> site.isEmpty() ? Phrase.UNNAMED_WAREHOUSE.with() : Detail.value(site))
                        .toList());
    }
}
