package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.setup.products.Direction;
import se.brygga.simulators.starweb.goods.SimProductWrite;
import se.brygga.simulators.starweb.goods.SimProductWrite.Act;
import se.brygga.simulators.starweb.goods.SimProductWrite.Kind;
import se.brygga.workflows.Sku;
import tools.jackson.databind.node.ObjectNode;

/** Specter's articles on their way to a shop's products. */
final class ArticleWays {

    private ArticleWays() {}

    /** Two variants of a new product, with a picture, a category and all else that the shop does not have yet. */
    static Way create(Scene scene) {
        return new ProductWay(scene, "articles that are new in Specter", Direction.TO_SHOP) {
            @Override
            void change(Victim victim) {
                add(scene, victim);
            }

            @Override
            boolean isSettled(Victim victim) {
                return isCreated(scene, victim);
            }

            @Override
            String outcome(Victim victim) {
                assertThat(isSettled(victim)).as("the product is complete").isTrue();
                ObjectNode product = product(scene, victim);
                assertThat(product.toString()).contains("Mugg").contains("Kök " + victim.sku());
                assertThat(isVisible(product)).isTrue();
                return "one product, two variants, visible, " + onceEach(scene, victim);
            }
        };
    }

    /** The product gets another name and another variant, and loses one. */
    static Way change(Scene scene) {
        return new ProductWay(scene, "articles that change in Specter", Direction.TO_SHOP) {
            @Override
            void begin(Victim victim) {
                add(scene, victim);
            }

            @Override
            boolean isPrepared(Victim victim) {
                return isCreated(scene, victim);
            }

            @Override
            void change(Victim victim) {
                scene.starweb.forgetWrites(victim.merchant.name());
                scene.specter.account(victim.merchant.account()).byHand(specter -> {
                    specter.setFields(victim.sku(), Map.of("name", "Bägare " + victim.sku()));
                    specter.addVariant(victim.sku(), "-3", Map.of("Färg " + victim.sku(), "Grön"));
                    specter.remove(victim.sku() + "-2");
                });
            }

            @Override
            boolean isSettled(Victim victim) {
                return isInShop(scene, victim, 3)
                        && product(scene, victim).toString().contains("Bägare")
                        && product(scene, victim).toString().contains("\"isActive\":false")
                        && isSettledInBooks(scene, victim, "-3");
            }

            @Override
            String outcome(Victim victim) {
                assertThat(isSettled(victim)).as("the product has changed").isTrue();
                return "renamed, one variant more and one less, " + onceEach(scene, victim);
            }
        };
    }

    private static void add(Scene scene, Victim victim) {
        String sku = victim.sku();
        scene.specter.account(victim.merchant.account()).byHand(specter -> {
            specter.create(
                    sku,
                    Map.of(
                            "name",
                            "Mugg " + sku,
                            "vatPercent",
                            "25",
                            "shortText",
                            "Av stengods",
                            "articleGroup",
                            "Kök " + sku,
                            "unit",
                            "st " + sku,
                            "supplierName",
                            "Lera " + sku));
            specter.setPictures(sku, List.of("bild-" + sku));
            specter.addVariant(sku, "-1", Map.of("Färg " + sku, "Röd"));
            specter.addVariant(sku, "-2", Map.of("Färg " + sku, "Blå"));
        });
    }

    private static boolean isCreated(Scene scene, Victim victim) {
        return isInShop(scene, victim, 2)
                && isVisible(product(scene, victim))
                && isSettledInBooks(scene, victim, "-1")
                && isSettledInBooks(scene, victim, "-2");
    }

    private static boolean isInShop(Scene scene, Victim victim, int variants) {
        return scene.starweb.products(victim.merchant.name(), all -> all.list(0, 1_000)).stream()
                        .filter(product -> product.toString().contains("\"" + victim.sku() + "-"))
                        .flatMap(product -> product.path("variants").valueStream())
                        .count()
                == variants;
    }

    private static boolean isVisible(ObjectNode product) {
        return product.path("visibility").asString("").equals("visible");
    }

    private static ObjectNode product(Scene scene, Victim victim) {
        return scene.starweb.products(victim.merchant.name(), all -> all.product(victim.sku() + "-1"));
    }

    private static boolean isSettledInBooks(Scene scene, Victim victim, String ending) {
        return scene.apps.bean(ShopLineBook.class).list(victim.merchant.shop(), null, 1_000).stream()
                .anyMatch(line -> Sku.same(line.articleNo(), victim.sku() + ending)
                        && line.state() == ShopLineBook.State.SETTLED);
    }

    /** Nothing is there twice, and nothing was created twice. */
    private static String onceEach(Scene scene, Victim victim) {
        String shop = victim.merchant.name();
        assertThat(scene.starweb.doubles(shop)).as("doubles in the shop").isEmpty();
        Map<Kind, Long> created = scene
                .starweb
                .products(shop, all -> all.writes().list())
                .stream()
                .filter(write -> write.act() == Act.CREATED)
                .filter(write -> write.name().contains(victim.sku()))
                .collect(Collectors.groupingBy(SimProductWrite::kind, Collectors.counting()));
        assertThat(created)
                .as("created in the shop")
                .allSatisfy((kind, count) -> assertThat(count).isLessThanOrEqualTo(kind == Kind.VARIANT ? 3 : 1));
        return "each created once";
    }
}
