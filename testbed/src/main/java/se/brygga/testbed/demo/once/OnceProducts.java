package se.brygga.testbed.demo.once;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.products.Direction;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.goods.SimArticleField;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.ShopRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a shop owner does to products: Specter must show all of it, where the shop is master of products. */
final class OnceProducts {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ROW = "%-20s %-26s %-40s %8s%n";

    private static final String SHOP = "kajak-se";
    private static final String RENAMED = "KAJ-014";
    private static final String EXTENDED = "KAJ-015";
    private static final String REMOVED = "KAJ-016";

    private final StarwebSimulator starweb;
    private final SpecterSimulator specter;
    private final InitialBook initial;
    private final ShopRef shop = Merchants.order(SHOP, 1).shop();
    private final List<Change> changes = new ArrayList<>();
    private final boolean carried;
    private int wrong;

    OnceProducts(StarwebSimulator starweb, SpecterSimulator specter, Apps apps) {
        this.starweb = starweb;
        this.specter = specter;
        this.initial = apps.bean(InitialBook.class);
        this.carried = apps.bean(SetupStore.class)
                .find(shop.tenant())
                .filter(setup -> setup.shopsWithProducts().contains(shop))
                .isPresent();
    }

    /** Nothing is changed where the set-up carries no products. */
    void change() throws InterruptedException {
        if (!carried) {
            return;
        }
        // Nothing is carried before the plan of the initial sync is.
        Arriving.await(List.of(shop), one -> initial.hasBegun(one, Direction.TO_SPECTER), PATIENCE);
        starweb.products(SHOP, goods -> goods.change(RENAMED, json(Map.of("name", "Havskajak Vilda"))));
        note(RENAMED, "product renamed", name -> name.startsWith("Havskajak Vilda"));
        starweb.products(SHOP, goods -> {
            goods.addVariant(
                    EXTENDED, json(Map.of("sku", "KAJ-015-XL", "values", Map.of("Storlek", "XL"), "stock", 3)));
            return goods.count();
        });
        note("KAJ-015-XL", "variant added", name -> name.endsWith("XL"));
        starweb.products(
                SHOP,
                goods -> goods.add(json(Map.of(
                        "name", "Termos", "variants", List.of(Map.of("sku", "TERMOS-1", "price", 199, "stock", 12))))));
        note("TERMOS-1", "product added", name -> name.equals("Termos"));
        starweb.removeProduct(SHOP, REMOVED);
        note(REMOVED, "product removed", name -> name.startsWith("UTGÅTT "));
    }

    private static JsonNode json(Map<String, ?> wish) {
        return JsonMapper.shared().valueToTree(wish);
    }

    private void note(String sku, String done, Predicate<String> right) {
        changes.add(new ProductChange(SHOP + " " + sku, done, () -> nameOf(sku), right));
    }

    private String nameOf(String sku) {
        return specter.account(Merchants.account(SHOP)).cards().stream()
                .filter(card -> card.articleNo().equals(sku))
                .map(card -> card.text(SimArticleField.NAME))
                .findFirst()
                .orElse("");
    }

    /** Waits until Specter has everything, or nothing more is to come; prints a table and what is wrong. */
    void await() throws InterruptedException {
        if (!carried) {
            return;
        }
        Arriving.await(changes, Change::isOver, PATIENCE);
        System.out.printf("%n" + ROW, "SHOP", "IN STARWEB", "SPECTER'S ARTICLE", "MS");
        changes.forEach(
                change -> System.out.printf(ROW, change.thing(), change.done(), change.shown(), change.milliseconds()));
        for (Change change : changes) {
            String complaint = change.complaint();
            if (complaint != null) {
                System.out.println("NOT RIGHT: " + change.thing() + " (" + change.done() + ") " + complaint);
                wrong++;
            }
        }
    }

    int count() {
        return changes.size();
    }

    /** How many Specter does not have. */
    int wrong() {
        return wrong;
    }
}
