package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code brygga products groups …}. */
class GroupsCommandsTest extends AskedStarter {

    private static final String SHOP = "nordkajak/kajak-se";
    private static final String ROUTE = "/api/v1/tenants/nordkajak/shops/kajak-se/product-groups";

    private static final String MUG = """
            {"group":"MUGG","name":"Mugg","standing":"proposed","types":["Färg"],"twins":["MUGG-R","MUGG-R2"],"articles":[
             {"article":"MUGG-B","values":["Blå"]},{"article":"MUGG-R","values":["Röd"]},{"article":"MUGG-R2","values":["röd"]}]}""";

    private static final String PROPOSED = "{\"total\":2,\"groups\":[" + MUG + "]}";

    private static final String FOLLOWED =
            "{\"outcome\":\"followed\",\"subject\":\"MUGG\",\"result\":" + MUG.replace("proposed", "accepted") + "}";

    @Test
    void groupsAreListedWithTheirArticlesAndWhatIsWrongWithThem() {
        answers(PROPOSED);

        Said said = brygga("products", "groups", "list", SHOP, "--standing", "proposed");

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("MUGG", "Färg", "MUGG-B (Blå)", "föreslagen, samma värden: MUGG-R, MUGG-R2", "1 av 2")
                .doesNotContainPattern("(?i)\\b(proposed|same)\\b");
        assertThat(asked.getFirst().what()).startsWith("GET " + ROUTE + "?").contains("standing=proposed", "limit=100");
    }

    @Test
    void aGroupIsAcceptedWithItsTypesWithoutAQuestion() {
        answers("[" + FOLLOWED + "]");

        Said said = brygga("products", "groups", "accept", SHOP, "MUGG", "--types", "Kulör", "--lang", "en");

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("MUGG: Mugg is one product of 3 articles");
        assertThat(asked.getFirst().what()).isEqualTo("POST " + ROUTE + "/accept");
        assertThat(asked.getFirst().body()).contains("\"groups\":[\"MUGG\"]", "\"types\":[\"Kulör\"]");
    }

    @Test
    void allAreAcceptedOnlyWhenSomebodySaysYes() {
        answers(PROPOSED);
        InputStream keyboard = System.in;
        System.setIn(new ByteArrayInputStream("n\n".getBytes(StandardCharsets.UTF_8)));

        Said said = brygga("products", "groups", "accept", SHOP, "--all");
        System.setIn(keyboard);

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("MUGG-B (Blå)", "Godkänna dessa 1?");
        assertThat(asked).hasSize(1);

        answers(PROPOSED);
        answers("[" + FOLLOWED + "]");
        assertThat(brygga("products", "groups", "accept", SHOP, "--all", "--yes")
                        .exit())
                .isZero();
        assertThat(asked.getLast().body()).contains("\"groups\":[\"MUGG\"]");
    }

    @Test
    void aRefusalSaysWhyAndWhatToDo() {
        answers("[{\"outcome\":\"refused\",\"subject\":\"MUGG\",\"why\":{\"code\":\"group-values-twice\","
                + "\"parameters\":{\"group\":\"MUGG\",\"articles\":\"MUGG-R, MUGG-R2\"}}}]");

        Said said = brygga("products", "groups", "accept", SHOP, "MUGG");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("har samma värden: MUGG-R, MUGG-R2", "products groups split");
    }

    @Test
    void articlesAreTakenOutAndGroupsPutTogether() {
        answers(FOLLOWED);
        assertThat(brygga("products", "groups", "split", SHOP, "MUGG", "MUGG-R2", "--lang", "en")
                        .out())
                .contains("MUGG-R2 left MUGG");
        assertThat(asked.getLast().body()).contains("\"group\":\"MUGG\"", "\"articles\":[\"MUGG-R2\"]");

        answers(FOLLOWED);
        assertThat(brygga("products", "groups", "split", SHOP, "MUGG", "--lang", "en")
                        .out())
                .contains("the 3 articles of Mugg are products by themselves");

        answers(FOLLOWED);
        assertThat(brygga("products", "groups", "merge", SHOP, "MUGG", "KRUS-R", "--json")
                        .out())
                .contains("\"followed\"");
        assertThat(asked.getLast().what()).isEqualTo("POST " + ROUTE + "/merge");
        assertThat(asked.getLast().body()).contains("\"groups\":[\"MUGG\",\"KRUS-R\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products groups list",
                "products groups list nordkajak/kajak-se --standing maybe",
                "products groups accept nordkajak/kajak-se",
                "products groups accept nordkajak/kajak-se MUGG --all",
                "products groups split nordkajak/kajak-se",
                "products groups merge nordkajak/kajak-se MUGG"
            })
    void wrongUsageIsFoundWithoutAStarter(String words) {
        Said said = brygga(words.split(" "));

        assertThat(said.exit()).as(said.err()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    private void answers(String body) {
        answers.add(new Answer(200, body));
    }
}
