package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import se.brygga.setup.Objection;
import se.brygga.setup.yaml.KeyLines;
import se.brygga.workflows.refusal.SetupReason;

class KeyLinesTest {

    private final List<KeyLines> lines = read("""
            # Two tenants
            tenant: nordkajak
            specter:
              url: https://example.se
            shops:
              - shop: kajak-se
                starweb: { url: x }
              - shop: kajak-no
                status:
                  delivered: { set: completed }
                  trackers:
                    PostNord: "1"
            ---
            tenant: tehuset
            shops:
              - shop: te
                orders: {}
            """);

    @Test
    void findsTheLineOfAKeyInItsShop() {
        assertThat(lineOf(0, "kajak-no", "status", "trackers", "postnord")).isEqualTo(12);
        assertThat(lineOf(0, "kajak-no", "status", "delivered", "set")).isEqualTo(10);
        assertThat(lineOf(0, "", "specter")).isEqualTo(3);
        assertThat(lineOf(1, "te", "orders")).isEqualTo(17);
    }

    @Test
    void takesTheNearestKeyAboveWhereTheFileDoesNotHaveIt() {
        assertThat(lineOf(0, "kajak-no", "status", "invoiced", "set")).isEqualTo(9);
        assertThat(lineOf(0, "kajak-se", "stock")).isEqualTo(6);
        assertThat(lineOf(0, "gone")).isEqualTo(2);
        assertThat(lineOf(1, "", "specter")).isEqualTo(14);
    }

    private static List<KeyLines> read(String text) {
        return StreamSupport.stream(
                        new Yaml().composeAll(new StringReader(text)).spliterator(), false)
                .map(KeyLines::new)
                .toList();
    }

    private int lineOf(int document, String shop, String... at) {
        return lines.get(document).of(new Objection(shop, List.of(at), SetupReason.EMPTY.of()));
    }
}
