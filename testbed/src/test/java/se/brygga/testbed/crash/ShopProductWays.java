package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.products.specter.ProductRow;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductField;
import se.brygga.simulators.specter.goods.SimArticle;
import se.brygga.simulators.specter.goods.SimArticleField;
import se.brygga.simulators.specter.writes.ArticleWrites;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop's products on their way to Specter's articles. */
final class ShopProductWays {

    private ShopProductWays() {}

    /** A product with two variants, which neither side has had. */
    static Way create(Scene scene) {
        return new ProductWay(scene, "a product that is new in the shop", Direction.TO_SPECTER) {
            @Override
            void change(Victim victim) {
                add(scene, victim);
            }

            @Override
            boolean isSettled(Victim victim) {
                return shows(scene, victim, "-R", "Mugg - Röd") && shows(scene, victim, "-B", "Mugg - Blå");
            }

            @Override
            String outcome(Victim victim) {
                assertThat(isSettled(victim)).as("both articles are in Specter").isTrue();
                assertThat(card(scene, victim, "-R").text(SimArticleField.NAME)).isEqualTo("Mugg - Röd");
                assertThat(scene.specter
                                .account(victim.merchant.account())
                                .article(victim.sku() + "-R")
                                .total())
                        .as("opening stock, given once")
                        .isEqualByComparingTo("7");
                return "two articles, " + changes(scene, victim, ArticleWrites.Outcome.CREATED, 2);
            }
        };
    }

    /** A product gets another name, and loses a variant. */
    static Way change(Scene scene) {
        return new ProductWay(scene, "a product that changes in the shop", Direction.TO_SPECTER) {
            @Override
            void begin(Victim victim) {
                add(scene, victim);
            }

            @Override
            boolean isPrepared(Victim victim) {
                return shows(scene, victim, "-R", "Mugg - Röd") && shows(scene, victim, "-B", "Mugg - Blå");
            }

            @Override
            void change(Victim victim) {
                scene.specter.account(victim.merchant.account()).forgetArticleWrites();
                scene.starweb.products(
                        victim.merchant.name(), all -> all.change(victim.sku() + "-R", json("{\"name\": \"Bägare\"}")));
                scene.starweb.removeVariant(victim.merchant.name(), victim.sku() + "-B");
            }

            @Override
            boolean isSettled(Victim victim) {
                return shows(scene, victim, "-R", "Bägare - Röd") && shows(scene, victim, "-B", "UTGÅTT");
            }

            @Override
            String outcome(Victim victim) {
                assertThat(isSettled(victim)).as("renamed, and marked").isTrue();
                return "renamed and marked, " + changes(scene, victim, ArticleWrites.Outcome.CHANGED, 2);
            }
        };
    }

    private static void add(Scene scene, Victim victim) {
        JsonNode mug = json("""
                {"name": "Mugg", "vatRate": "25", "variants": [
                  {"sku": "%1$s-R", "price": 80, "stock": 7, "values": {"Färg": "Röd"}},
                  {"sku": "%1$s-B", "price": 80, "stock": 3, "values": {"Färg": "Blå"}}]}""".formatted(victim.sku()));
        scene.starweb.products(victim.merchant.name(), all -> all.add(mug));
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** Whether the article begins with this name in Specter, and the books know that. */
    private static boolean shows(Scene scene, Victim victim, String ending, String name) {
        Optional<ProductRow> row =
                scene.apps.bean(ProductBook.class).find(victim.merchant.shop(), victim.sku() + ending);
        return cards(scene, victim, ending).stream()
                        .anyMatch(card -> card.text(SimArticleField.NAME).startsWith(name))
                && row.filter(one -> one.standing().state() == ProductRow.State.SETTLED)
                        .map(ProductRow::sent)
                        .filter(sent -> sent.values()
                                .getOrDefault(ProductField.NAME, "")
                                .startsWith(name))
                        .isPresent();
    }

    private static List<SimArticle.Card> cards(Scene scene, Victim victim, String ending) {
        String sku = victim.sku() + ending;
        return scene.specter.account(victim.merchant.account()).cards().stream()
                .filter(card -> card.articleNo().toUpperCase(Locale.ROOT).equals(sku))
                .toList();
    }

    private static SimArticle.Card card(Scene scene, Victim victim, String ending) {
        List<SimArticle.Card> cards = cards(scene, victim, ending);
        assertThat(cards).as("articles with the number").hasSize(1);
        return cards.getFirst();
    }

    /** A repeated write of the same content changes nothing, so each article has changed once. */
    private static String changes(Scene scene, Victim victim, ArticleWrites.Outcome outcome, int count) {
        List<ArticleWrites.Write> changes = scene.specter.account(victim.merchant.account()).articleWrites().stream()
                .filter(write -> write.articleNo().startsWith(victim.sku() + "-"))
                .filter(ArticleWrites.Write::changed)
                .toList();
        assertThat(changes)
                .as("rows that changed something")
                .hasSize(count)
                .allMatch(write -> write.outcome() == outcome)
                .extracting(ArticleWrites.Write::articleNo)
                .doesNotHaveDuplicates();
        return "each written once";
    }
}
