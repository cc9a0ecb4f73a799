package se.brygga.activities.prices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.catalogue.ShopPush;
import se.brygga.activities.setup.PriceSetup;
import se.brygga.activities.starweb.Named;
import se.brygga.activities.starweb.catalogue.PriceList;
import se.brygga.activities.store.feed.PriceBook;

/**
 * Which of Specter's price lists goes to which of the shop's, by the words that the set-up uses.
 *
 * @param read the lists to write to, and their parents: what holds when a price is taken away
 * @param baseCurrency that of the articles' own prices, by the set-up
 * @param notSent why one of Specter's lists goes nowhere, in words for a person
 */
record ShopLists(List<Target> targets, List<PriceList> read, String baseCurrency, Map<String, String> notSent) {

    /**
     * One list to write to.
     *
     * @param list Specter's
     * @param to the shop's
     */
    record Target(String list, PriceList to, String currency) {

        boolean isBase() {
            return list.equals(PriceBook.BASE);
        }
    }

    /**
     * @param currencies of Specter's lists; of a list that is missing here Specter has told nothing yet
     * @throws ShopPush.UnknownName the set-up names what the shop does not have (any more)
     */
    static ShopLists of(PriceSetup setup, List<PriceList> inShop, Map<String, @Nullable String> currencies) {
        Map<Long, PriceList> byId =
                inShop.stream().collect(Collectors.toMap(PriceList::priceListId, list -> list, (one, other) -> one));
        PriceList master = inShop.stream()
                .filter(PriceList::master)
                .findFirst()
                .orElseThrow(() -> new ShopPush.UnknownName("price list", "master"));
        List<Target> targets = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        Map<String, String> notSent = new LinkedHashMap<>();
        if (setup.base()) {
            taken.add(master.priceListId());
            String currency = currency(master, byId);
            // One that the shop does not tell is none that differs.
            if (currency.isEmpty() || currency.equals(setup.currency())) {
                targets.add(new Target(PriceBook.BASE, master, setup.currency()));
            } else {
                notSent.put(PriceBook.BASE, otherCurrency(setup.currency(), currency));
            }
        }
        new TreeMap<>(setup.lists()).forEach((list, name) -> {
            PriceList to = named(name, inShop, byId);
            String currency = currency(to, byId);
            if (!taken.add(to.priceListId())) {
                notSent.put(list, "another of Specter's lists goes to the shop's list \"" + name + "\" already");
            } else if (currencies.containsKey(list) && !currency.equals(currencies.get(list))) {
                notSent.put(
                        list,
                        "in Specter its currency is "
                                + Optional.ofNullable(currencies.get(list)).orElse("not told") + ", the shop's list \""
                                + name + "\" is in " + currency);
            } else {
                targets.add(new Target(list, to, currency));
            }
        });
        List<PriceList> read = targets.stream()
                .map(Target::to)
                .flatMap(list -> Stream.concat(Stream.of(list), parent(list, byId).stream()))
                .distinct()
                .toList();
        return new ShopLists(List.copyOf(targets), read, setup.currency(), Map.copyOf(notSent));
    }

    private static String otherCurrency(String own, String ofMaster) {
        return "the articles' own prices are in " + own
                + " by the set-up (prices.currency), the shop's master list is in " + ofMaster;
    }

    private static PriceList named(String name, List<PriceList> inShop, Map<Long, PriceList> byId) {
        List<Named> found = Named.find(name, inShop.stream().map(Named::of).toList());
        PriceList list = found.size() == 1 ? byId.get(found.getFirst().id()) : null;
        if (list == null) {
            throw new ShopPush.UnknownName("price list", name);
        }
        return list;
    }

    private static Optional<PriceList> parent(PriceList list, Map<Long, PriceList> byId) {
        return Optional.ofNullable(list.parentPriceListId()).map(byId::get).filter(parent -> !parent.equals(list));
    }

    /** A customer list is in its parent's currency, whether the shop says so or not. */
    private static String currency(PriceList list, Map<Long, PriceList> byId) {
        String own = list.currencyCode();
        return own != null
                ? own
                : parent(list, byId).map(PriceList::currencyCode).orElse("");
    }
}
