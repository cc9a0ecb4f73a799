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
 * An entry of one of the shop's lists, under all that a set-up may call it.
 *
 * @param id the shop's number of it
 * @param idCode null for what the shop's owner made, and in lists that have none
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

    /** Its externalId counts as a name of it. */
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
     * What a set-up means by a text: the entry with this idCode, else this id, else this name, in any case of letters.
     *
     * @return none if there is none; several if several have the name
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
