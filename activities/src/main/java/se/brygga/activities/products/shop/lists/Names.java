package se.brygga.activities.products.shop.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.lists.EntryBook.Entry;
import se.brygga.activities.products.shop.lists.EntryBook.Kind;
import se.brygga.activities.sql.Database;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.clients.shop.catalogue.CatalogueLists.Attribute;
import se.brygga.setup.products.Values;
import se.brygga.setup.products.VariantValues;
import se.brygga.workflows.ShopRef;

/**
 * The entries of a shop's lists by their names in the shop's first language. A list is read when it is first needed,
 * and an entry that is missing is created. Upper and lower case make no difference. Lives as long as one look, whose products
 * take turns.
 */
public final class Names {

    private final CatalogueLists lists;
    private final Once once;
    private final Map<Kind, Map<Entry, Long>> read = new HashMap<>();
    private final Map<Entry, String> names = new HashMap<>();
    private @Nullable String language;

    public Names(Database database, ShopRef shop, CatalogueLists lists) {
        this.lists = lists;
        this.once = new Once(new EntryBook(database), shop);
    }

    /** Code of the shop's first language. */
    public synchronized String language() {
        String known = language;
        if (known == null) {
            known = lists.languages().getFirst();
            language = known;
        }
        return known;
    }

    public long manufacturer(String name) {
        return id(Kind.MANUFACTURER, 0, name, () -> lists.createManufacturer(name));
    }

    public long unit(String name) {
        return id(Kind.UNIT, 0, name, () -> lists.createUnit(name));
    }

    /** A category at the top. One that the shop's staff has put elsewhere counts too. */
    public long category(String name) {
        return id(Kind.CATEGORY, 0, name, () -> lists.createCategory(name, null));
    }

    /** The ids of a variant's values; see {@link VariantValues}. */
    public List<Long> values(String distinction) {
        return VariantValues.read(distinction).entrySet().stream()
                .map(value -> value(value.getKey(), value.getValue()))
                .toList();
    }

    private long value(String attribute, String name) {
        long attributeId = id(Kind.ATTRIBUTE, 0, attribute, () -> lists.createAttribute(attribute));
        return id(Kind.VALUE, attributeId, name, () -> lists.createAttributeValue(attributeId, name));
    }

    /** The name of a unit; null when there is none. */
    public @Nullable String nameOfUnit(@Nullable Long id) {
        return nameOf(Kind.UNIT, id);
    }

    /** The name of a manufacturer; null when there is none. */
    public @Nullable String nameOfManufacturer(@Nullable Long id) {
        return nameOf(Kind.MANUFACTURER, id);
    }

    private synchronized @Nullable String nameOf(Kind kind, @Nullable Long id) {
        if (id == null) {
            return null;
        }
        list(kind);
        return names.get(new Entry(kind, id, ""));
    }

    private synchronized long id(Kind kind, long parent, String name, LongSupplier create) {
        Entry entry = entry(kind, parent, name);
        Long shown = list(kind).get(entry);
        if (shown == null) {
            Optional<Long> known = once.known(entry);
            if (known.isPresent()) {
                // Another worker has made the entry since the list was read, or the shop's staff has deleted it.
                reread(kind);
                shown = list(kind).get(entry);
            }
            if (shown == null) {
                Supplier<Optional<Long>> look = () -> {
                    reread(kind);
                    return Optional.ofNullable(list(kind).get(entry));
                };
                shown = once.id(entry, known.orElse(null), look, create);
            }
            list(kind).put(entry, shown);
        }
        return shown;
    }

    private static Entry entry(Kind kind, long parent, String name) {
        return new Entry(kind, parent, Values.text(name).toLowerCase(Locale.ROOT));
    }

    private void reread(Kind kind) {
        read.remove(kind);
    }

    private Map<Entry, Long> list(Kind kind) {
        if (!read.containsKey(kind)) {
            switch (kind) {
                case MANUFACTURER -> read(kind, lists.manufacturers());
                case UNIT -> read(kind, lists.units());
                case CATEGORY ->
                    read(
                            kind,
                            lists.categories().stream()
                                    .map(category -> new CatalogueLists.Entry(category.id(), category.names()))
                                    .toList());
                case ATTRIBUTE, VALUE -> readAttributes();
                case FILE, PICTURE -> read.put(kind, new HashMap<>());
            }
        }
        return Objects.requireNonNull(read.get(kind));
    }

    /** Of several entries with one name, the first one counts. */
    private void read(Kind kind, List<CatalogueLists.Entry> entries) {
        Map<Entry, Long> ids = new HashMap<>();
        entries.forEach(entry -> {
            String name = name(entry.names());
            ids.putIfAbsent(entry(kind, 0, name), entry.id());
            names.put(new Entry(kind, entry.id(), ""), Values.text(name));
        });
        read.put(kind, ids);
    }

    /** Attributes and values come together. */
    private void readAttributes() {
        Map<Entry, Long> attributes = new HashMap<>();
        Map<Entry, Long> values = new HashMap<>();
        for (Attribute attribute : lists.attributes()) {
            attributes.putIfAbsent(entry(Kind.ATTRIBUTE, 0, name(attribute.names())), attribute.id());
            attribute
                    .values()
                    .forEach(value ->
                            values.putIfAbsent(entry(Kind.VALUE, attribute.id(), name(value.names())), value.id()));
        }
        read.put(Kind.ATTRIBUTE, attributes);
        read.put(Kind.VALUE, values);
    }

    private String name(Map<String, String> names) {
        return names.getOrDefault(
                language(), names.values().stream().findFirst().orElse(""));
    }
}
