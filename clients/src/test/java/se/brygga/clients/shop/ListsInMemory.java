package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.catalogue.CatalogueLists;

/** The lists of {@link ShopInMemory} that products refer to: empty at first. Its first language is Swedish. */
public final class ListsInMemory implements CatalogueLists {

    static final String LANGUAGE = "sv";

    private final Script script;
    private final List<Entry> manufacturers = new ArrayList<>();
    private final List<Entry> units = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private long ids = 1;

    ListsInMemory(Script script) {
        this.script = script;
    }

    @Override
    public List<String> languages() {
        script.play("languages");
        return List.of(LANGUAGE, "en");
    }

    @Override
    public BigDecimal usualVatRate() {
        script.play("usualVatRate");
        return BigDecimal.valueOf(25);
    }

    @Override
    public synchronized List<Entry> manufacturers() {
        script.play("manufacturers");
        return List.copyOf(manufacturers);
    }

    @Override
    public synchronized List<Entry> units() {
        script.play("units");
        return List.copyOf(units);
    }

    @Override
    public synchronized List<Category> categories() {
        script.play("categories");
        return List.copyOf(categories);
    }

    @Override
    public synchronized List<Attribute> attributes() {
        script.play("attributes");
        return List.copyOf(attributes);
    }

    @Override
    public synchronized long createManufacturer(String name) {
        script.play("createManufacturer " + name);
        manufacturers.add(new Entry(ids, Map.of("", name)));
        return ids++;
    }

    @Override
    public synchronized long createUnit(String name) {
        script.play("createUnit " + name);
        units.add(new Entry(ids, named(name)));
        return ids++;
    }

    @Override
    public synchronized long createCategory(String name, @Nullable Long parentId) {
        script.play("createCategory " + name);
        categories.add(new Category(ids, parentId, named(name)));
        return ids++;
    }

    @Override
    public synchronized long createAttribute(String name) {
        script.play("createAttribute " + name);
        attributes.add(new Attribute(ids, named(name), List.of()));
        return ids++;
    }

    @Override
    public synchronized long createAttributeValue(long attributeId, String name) {
        script.play("createAttributeValue " + name);
        attributes.replaceAll(attribute -> attribute.id() == attributeId ? with(attribute, name) : attribute);
        return ids++;
    }

    private Attribute with(Attribute attribute, String value) {
        List<Entry> values = new ArrayList<>(attribute.values());
        values.add(new Entry(ids, named(value)));
        return new Attribute(attribute.id(), attribute.names(), values);
    }

    private static Map<String, String> named(String name) {
        return Map.of(LANGUAGE, name);
    }
}
