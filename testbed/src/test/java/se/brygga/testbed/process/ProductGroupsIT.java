package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import se.brygga.simulators.specter.goods.ByHand;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.process.Commands.Said;
import se.brygga.workflows.ShopRef;

/** Which of Specter's articles form one product: read from the journal, proposed, and confirmed at the command line. */
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
                        .replace(
                                "    stock:\n      sites: [\"1\"]",
                                "    products: {}\n    stock:\n      sites: [\"1\"]"),
                Merchants.environment(world.starweb, world.specter),
                Instant.now());
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
