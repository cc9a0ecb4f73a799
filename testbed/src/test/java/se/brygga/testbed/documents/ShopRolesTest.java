package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Brygga asks a shop in its roles, and does not know which system the shop is on. */
class ShopRolesTest {

    /** Credentials in a set-up, and the one place where a shop's client is made. This list may only shrink. */
    private static final Set<String> KNOW_STARWEB =
            Set.of("setup.ShopSetup", "setup.file.SetupFile", "activities.wiring.ClientsConfiguration");

    @Test
    void onlySetUpsAndTheirWiringNameATypeOfStarwebsClient() {
        Set<String> naming = Sources.java()
                .filter(file -> file.toString().contains("src/main/java"))
                .filter(file -> !file.toString().contains("se/brygga/clients/starweb"))
                .filter(file -> text(file).contains("se.brygga.clients.starweb."))
                .map(ShopRolesTest::qualified)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(naming).containsExactlyInAnyOrderElementsOf(KNOW_STARWEB);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String qualified(Path file) {
        String path = file.toString().replace('\\', '/');
        String root = "/java/se/brygga/";
        return path.substring(path.indexOf(root) + root.length())
                .replace(".java", "")
                .replace('/', '.');
    }
}
