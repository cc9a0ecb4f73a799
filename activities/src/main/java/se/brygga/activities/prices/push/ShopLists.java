package se.brygga.activities.prices.push;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.prices.PriceBook;
import se.brygga.clients.shop.Named;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.setup.PriceSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Which of Specter's price lists goes to which of the shop's, by the words of the set-up.
 *
 * @param read the lists to write to, and their parents, whose prices count when one is removed
 * @param baseCurrency of the articles' own prices, by the set-up
 * @param notSent why one of Specter's lists goes nowhere
 */
record ShopLists(List<Target> targets, List<PriceList> read, String baseCurrency, Map<String, NotSent> notSent) {

    /**
     * Why a list goes nowhere.
     *
     * @param detail lists and currencies
     */
    record NotSent(Cause cause, Detail detail) {}

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
     * The lists of a shop.
     *
     * @param currencies of Specter's lists; a list is missing here while Specter has told nothing of it
     * @throws ShopPush.UnknownName the set-up names something that the shop does not have
     */
    static ShopLists of(PriceSetup setup, List<PriceList> inShop, Map<String, @Nullable String> currencies) {
        Map<Long, PriceList> byId =
                inShop.stream().collect(Collectors.toMap(PriceList::priceListId, list -> list, (one, other) -> one));
        Map<String, PriceList> named = named(setup, inShop, byId);
        PriceList master = inShop.stream().filter(PriceList::master).findFirst().orElseThrow();
        List<Target> targets = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        Map<String, NotSent> notSent = new LinkedHashMap<>();
        if (setup.base()) {
            taken.add(master.priceListId());
            String currency = currency(master, byId);
            // A currency that the shop does not tell counts as equal.
            if (currency.isEmpty() || currency.equals(setup.currency())) {
                targets.add(new Target(PriceBook.BASE, master, setup.currency()));
            } else {
                notSent.put(
                        PriceBook.BASE,
                        new NotSent(
                                Cause.ARTICLE_PRICES_IN_OTHER_CURRENCY,
                                Phrase.CURRENCIES_OF_ARTICLES.with(setup.currency(), currency)));
            }
        }
        new TreeMap<>(setup.lists()).forEach((list, name) -> {
            PriceList to = Objects.requireNonNull(named.get(list));
            String currency = currency(to, byId);
            if (!taken.add(to.priceListId())) {
                notSent.put(list, new NotSent(Cause.TWO_PRICE_LISTS_TO_ONE, Phrase.LIST_TAKEN.with(list, name)));
            } else if (currencies.containsKey(list) && !currency.equals(currencies.get(list))) {
                notSent.put(
                        list,
                        new NotSent(
                                Cause.PRICE_LIST_IN_OTHER_CURRENCY,
                                Phrase.CURRENCIES_OF_LISTS.with(
                                        list, known(currencies.get(list)), name, known(currency))));
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

    /** The shop's list for each of Specter's. */
    private static Map<String, PriceList> named(PriceSetup setup, List<PriceList> inShop, Map<Long, PriceList> byId) {
        ShopPush.Names names = new ShopPush.Names();
        names.require(
                Phrase.MASTER_PRICE_LIST.with(),
                inShop.stream().filter(PriceList::master).findFirst());
        Map<String, PriceList> named = new HashMap<>();
        List<Named> all = inShop.stream().map(Named::of).toList();
        new TreeMap<>(setup.lists()).forEach((list, name) -> {
            List<Named> found = Named.find(name, all);
            // If two lists have this name, nobody knows which is meant.
            Optional<PriceList> one = Optional.of(found)
                    .filter(some -> some.size() == 1)
                    .map(some -> byId.get(some.getFirst().id()));
            names.require(Phrase.PRICE_LIST.with(name), one).ifPresent(to -> named.put(list, to));
        });
        names.check();
        return named;
    }

    private static Optional<PriceList> parent(PriceList list, Map<Long, PriceList> byId) {
        return Optional.ofNullable(list.parentPriceListId()).map(byId::get).filter(parent -> !parent.equals(list));
    }

    private static Detail known(@Nullable String currency) {
        return currency == null || currency.isEmpty() ? Phrase.CURRENCY_UNKNOWN.with() : Detail.value(currency);
    }

    /** The list's currency. A customer list is in its parent's currency, whether the shop says so or not. */
    private static String currency(PriceList list, Map<Long, PriceList> byId) {
        String own = list.currencyCode();
        return own != null
                ? own
                : parent(list, byId).map(PriceList::currencyCode).orElse("");
    }
}
