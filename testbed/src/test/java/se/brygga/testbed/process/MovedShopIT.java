package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.shop.ShopHooks.WebHook;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.WebShops;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.process.Commands.Said;
import se.brygga.workflows.ShopRef;

/** A shop gets another address under its name. */
@ExtendWith(SimulatorsAtWork.class)
class MovedShopIT {

    private static final ShopRef SHOP = new ShopRef("tehuset", "te-butiken");

    @TempDir
    private Path folder;

    private static StarwebSimulator elsewhere;
    private static World world;
    private static Commands commands;

    @BeforeAll
    static void start(StarwebSimulator another) throws Exception {
        elsewhere = another;
        world = new World(63);
        commands = new Commands(world);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void itIsWarnedOfAndHasNoWebHooksOfOursAtItsOldAddress() throws Exception {
        world.placeTransferred("kajak-se");
        ShopSetup before = inForce();
        assertThat(webHooks(before)).hasSize(4);
        Path moved = file(Map.of("TE_BUTIKEN_URL", elsewhere.apiBase("te-butiken")));

        Said check = commands.brygga("tenant", "check", moved.toString(), "--lang", "en");
        Said apply = commands.brygga("tenant", "apply", moved.toString(), "--lang", "en");

        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.err())
                .containsPattern("warning: line \\d+, tenant tehuset: shop te-butiken: starweb: moves from ");
        assertThat(apply.exit()).as(apply.err()).isZero();
        assertThat(apply.err())
                .containsPattern("warning: line \\d+, tenant tehuset: shop te-butiken: starweb: moves from ");
        assertThat(apply.out())
                .contains("shop tehuset/te-butiken: its web hooks are out of the shop at its old address");
        assertThat(webHooks(before)).isEmpty();
        assertThat(webHooks(inForce())).hasSize(4);
    }

    private static ShopSetup inForce() {
        return world.apps.bean(SetupStore.class).find(SHOP).orElseThrow().shop(SHOP.shop());
    }

    private static List<WebHook> webHooks(ShopSetup at) {
        return world.apps.workerBean(WebShops.class).shop(SHOP, at).hooks().webHooks();
    }

    /** Tehuset's file, with these values instead of those that an operator's environment has. */
    private Path file(Map<String, String> instead) throws Exception {
        String filled = Merchants.file().split("(?m)^---$")[1];
        for (Map.Entry<String, String> value :
                Merchants.environment(world.starweb, world.specter).entrySet()) {
            filled =
                    filled.replace("${" + value.getKey() + "}", instead.getOrDefault(value.getKey(), value.getValue()));
        }
        return Files.writeString(folder.resolve("setup.yaml"), filled);
    }
}
