package se.brygga.clients.shop;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockStatus;

/**
 * An entry of one of the shop's lists, with every word by which a set-up may name the entry.
 *
 * @param id the shop's id of the entry
 * @param idCode null for entries that the shop's owner made, and in lists without idCodes
 * @param names in each language; may be empty
 */
public record Named(long id, @Nullable String idCode, List<String> names) {

    public Named {
        names = List.copyOf(names);
    }

    public static Named of(ShopNames.OrderStatus status) {
        return new Named(status.statusId(), status.idCode(), status.names());
    }

    public static Named of(ShopNames.TrackingType type) {
        return new Named(type.type(), null, Stream.ofNullable(type.name()).toList());
    }

    /** The entry of a method. The method's externalId counts as one of its names. */
    public static Named of(ShopNames.Method method) {
        return new Named(
                method.id(),
                method.idCode(),
                Stream.concat(Stream.ofNullable(method.externalId()), method.names().stream())
                        .toList());
    }

    public static Named of(StockStatus status) {
        return new Named(status.stockStatusId(), status.idCode(), status.names());
    }

    public static Named of(StockLocation location) {
        return new Named(location.stockLocationId(), null, location.names());
    }

    public static Named of(PriceList list) {
        return new Named(
                list.priceListId(), null, Stream.ofNullable(list.name()).toList());
    }

    /**
     * The entries that a set-up means by a text: those with this idCode, else with this id, else with this name. Upper
     * and lower case make no difference.
     *
     * @return empty if there is none; several if several have the name
     */
    public static List<Named> find(String text, List<Named> entries) {
        List<Predicate<Named>> ways = List.of(
                entry -> text.equalsIgnoreCase(entry.idCode()),
                entry -> text.equals(Long.toString(entry.id())),
                entry -> entry.names().stream().anyMatch(text::equalsIgnoreCase));
        return ways.stream()
                .map(way -> entries.stream().filter(way).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** For messages: {@code picking, Plockas (32)}. */
    @Override
    public String toString() {
        return Stream.concat(Stream.ofNullable(idCode), names.stream())
                        .map(Objects::requireNonNull)
                        .distinct()
                        .collect(Collectors.joining(", "))
                + " (" + id + ")";
    }
}
