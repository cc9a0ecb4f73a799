package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.products.groups.ArticleGroup.Standing;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.setup.products.Direction;
import se.brygga.simulators.specter.goods.ByHand;
import se.brygga.simulators.starweb.goods.SimProductWrite;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.process.Commands.Said;
import se.brygga.workflows.ShopRef;
import tools.jackson.databind.JsonNode;

/**
 * Specter's articles become products of the shop. Which of them form one product is read from the journal, proposed, and
 * confirmed at the command line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductGroupsIT {

    private static final String SHOP = "tehuset/te-butiken";
    private static final ShopRef SHOP_REF = ShopRef.parse(SHOP);
    private static final long ACCOUNT = 8888;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private World world;
    private Commands commands;

    @BeforeAll
    void open() {
        world = new World(132);
        commands = new Commands(world);
        Merchants.setUp(
                world.apps,
                Merchants.file()
                        .replace("sbmId: 8888\n", "sbmId: 8888\n  assumedAdapter: true\n")
                        .replace(
                                "    stock:\n      sites: [\"1\"]",
                                "    products: { visible: true }\n    stock:\n      sites: [\"1\"]"),
                Merchants.environment(world.starweb, world.specter),
                Instant.now());
        // As if an initial sync had ended.
        world.apps.bean(InitialBook.class).begun(SHOP_REF, Direction.TO_SHOP);
        byHand(specter -> {
            specter.create("ROOIBOS-V", Map.of("name", "Rooibos - Vanilj"));
            specter.create("ROOIBOS-C", Map.of("name", "Rooibos - Citrus"));
            specter.create("KANNA", Map.of("name", "Tekanna"));
        });
        await("the group is proposed")
                .atMost(PATIENCE)
                .until(() -> articles("ROOIBOS", Standing.PROPOSED).size() == 2);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aProposedGroupIsAcceptedAndTakesANewArticle() {
        assertThat(groups("list", SHOP).out()).contains("ROOIBOS-V (Vanilj)").doesNotContain("KANNA");

        Said accepted = groups("accept", SHOP, "rooibos", "--types", "Smak", "--by", "anna", "--lang", "en");
        assertThat(accepted.out()).as(accepted.err()).contains("Rooibos is one product of 2 articles");

        byHand(specter -> specter.create("ROOIBOS-H", Map.of("name", "Rooibos - Hallon")));
        await().atMost(PATIENCE)
                .until(() -> articles("ROOIBOS", Standing.ACCEPTED).contains("ROOIBOS-H"));
        assertThat(commands.brygga("audit", "tehuset").out()).contains("accept-product-group");

        assertThat(groups("split", SHOP, "ROOIBOS", "rooibos-h", "--by", "anna").exit())
                .isZero();
        assertThat(articles("ROOIBOS", Standing.ACCEPTED)).containsExactly("ROOIBOS-C", "ROOIBOS-V");
        assertThat(articles("ROOIBOS-H", Standing.ALONE)).containsExactly("ROOIBOS-H");

        assertThat(groups("merge", SHOP, "ROOIBOS", "ROOIBOS-H", "--by", "anna").exit())
                .isZero();
        assertThat(articles("ROOIBOS", Standing.ACCEPTED)).hasSize(3);
    }

    @Test
    void whatCannotBeMergedIsRefusedAndChangesNothing() {
        Said refused = groups("merge", SHOP, "KANNA", "ROOIBOS", "--by", "anna", "--lang", "en");

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err()).contains("Main - Value");
        assertThat(articles("KANNA", Standing.ALONE)).containsExactly("KANNA");
        assertThat(groups("accept", SHOP, "NOTHING", "--by", "anna", "--lang", "en")
                        .err())
                .contains("has no group or article NOTHING");
    }

    @Test
    void anAcceptedGroupBecomesAHiddenProductAndIsShownWithStockAndPrice() {
        byHand(specter -> {
            for (String colour : List.of("Röd", "Blå", "Grön")) {
                String no = "MUGG-" + colour.charAt(0);
                specter.create(
                        no,
                        Map.of(
                                "name",
                                "Mugg - " + colour,
                                "priceExclVat",
                                "80",
                                "vatPercent",
                                "25",
                                "shortText",
                                "Av stengods",
                                "articleGroup",
                                "Kök",
                                "supplierName",
                                "Lera AB"));
                specter.setPictures(no, List.of("mugg"));
                specter.stock(no, BigDecimal.valueOf(7));
            }
        });
        await().atMost(PATIENCE).until(() -> articles("MUGG", Standing.PROPOSED).size() == 3);
        assertThat(hasVariant("MUGG-R"))
                .as("before somebody has confirmed the group")
                .isFalse();

        assertThat(groups("accept", SHOP, "MUGG", "--types", "Färg", "--by", "anna")
                        .exit())
                .isZero();

        await().atMost(PATIENCE).until(() -> hasVariant("MUGG-R") && isVisible("MUGG-R"));
        JsonNode product = product("MUGG-R");
        assertThat(product.path("name").asString()).isEqualTo("Mugg");
        assertThat(product.toString()).contains("Av stengods", "Kök", "Lera AB");
        assertThat(product.path("mediaFiles")).hasSize(1);
        assertThat(product.path("variants")).hasSize(3);
        for (String sku : List.of("MUGG-R", "MUGG-B", "MUGG-G")) {
            assertThat(world.starweb.onSale(SHOP_REF.shop(), sku)).isEqualByComparingTo("7");
            assertThat(world.starweb.goods(SHOP_REF.shop(), sku).price()).isEqualByComparingTo("80");
        }
        List<SimProductWrite> ofProduct = writes().stream()
                .filter(write -> write.kind() == SimProductWrite.Kind.PRODUCT
                        && write.id() == product.path("productId").asLong())
                .toList();
        assertThat(ofProduct.getFirst().changes())
                .as("created hidden")
                .anyMatch(change ->
                        change.field().equals("visibility") && change.after().contains("hidden"));
        assertThat(writes())
                .filteredOn(write -> write.kind() == SimProductWrite.Kind.MEDIA_FILE)
                .as("one picture, uploaded once")
                .hasSize(1);
        assertThat(world.starweb.doubles(SHOP_REF.shop())).isEmpty();

        byHand(specter -> {
            specter.create("MUGG-S", Map.of("name", "Mugg - Svart", "priceExclVat", "80"));
            specter.setFields("MUGG-R", Map.of("barCode", "7312345678901"));
        });
        await().atMost(PATIENCE)
                .until(() -> product("MUGG-R").path("variants").size() == 4
                        && product("MUGG-R").toString().contains("7312345678901"));
        assertThat(world.starweb.doubles(SHOP_REF.shop())).isEmpty();
    }

    @Test
    void aProductFollowsItsArticleThroughNewNamesNumbersAndTheEnd() {
        byHand(specter -> {
            specter.create("SIL", Map.of("name", "Tesil", "priceExclVat", "40"));
            specter.stock("SIL", BigDecimal.TEN);
        });
        await().atMost(PATIENCE).until(() -> hasVariant("SIL") && isVisible("SIL"));
        long product = product("SIL").path("productId").asLong();

        byHand(specter -> specter.setFields("SIL", Map.of("name", "Tesil av stål")));
        await().atMost(PATIENCE)
                .until(() -> product("SIL").path("name").asString().equals("Tesil av stål"));

        byHand(specter -> specter.rename("SIL", "SIL-2"));
        await().atMost(PATIENCE).until(() -> hasVariant("SIL-2"));
        assertThat(product("SIL-2").path("productId").asLong()).isEqualTo(product);
        assertThat(hasVariant("SIL")).isFalse();

        byHand(specter -> specter.remove("SIL-2"));
        await().atMost(PATIENCE).until(() -> !isVisible("SIL-2"));
        assertThat(product("SIL-2").path("productId").asLong())
                .as("nothing is deleted")
                .isEqualTo(product);
    }

    private boolean hasVariant(String sku) {
        return world.starweb.goods(SHOP_REF.shop(), goods -> goods.has(sku));
    }

    private JsonNode product(String sku) {
        return world.starweb.products(SHOP_REF.shop(), all -> all.product(sku));
    }

    private boolean isVisible(String sku) {
        return product(sku).path("visibility").asString("").equals("visible");
    }

    private List<SimProductWrite> writes() {
        return world.starweb.products(SHOP_REF.shop(), all -> all.writes().list());
    }

    private Said groups(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "products";
        all[1] = "groups";
        System.arraycopy(words, 0, all, 2, words.length);
        return commands.brygga(all);
    }

    private List<String> articles(String no, Standing standing) {
        return world.apps.bean(ArticleGroups.class).of(SHOP_REF).stream()
                .filter(group -> group.no().equals(no) && group.standing() == standing)
                .flatMap(ArticleGroup::skus)
                .toList();
    }

    private void byHand(Consumer<ByHand> work) {
        world.specter.account(ACCOUNT).byHand(work);
    }
}
