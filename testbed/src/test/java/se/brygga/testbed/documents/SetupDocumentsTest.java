package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import se.brygga.setup.keys.SetupKey;
import se.brygga.setup.keys.SetupSchema;
import se.brygga.testbed.kit.Project;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the documents say of a set-up's keys is what the catalogue says. After a change of the catalogue, make both anew:
 * {@code mvn test -pl testbed -am -Dtest=SetupDocumentsTest -Dsurefire.failIfNoSpecifiedTests=false -Dbrygga.write-documents=true}.
 */
class SetupDocumentsTest {

    private static final Path DOCS = Project.root().resolve("docs");
    private static final String ABOVE = "<!-- Made from setup-keys.yaml: SetupDocumentsTest says how. -->\n";
    private static final String BELOW = "<!-- Made until here. -->\n";
    private static final String OF_SHOPS = "shops[].";

    /** A key in the running text, like `orders.createMissingArticles`. */
    private static final Pattern NAMED =
            Pattern.compile("`((?:specter|feeds|starweb|orders|status|stock|prices)\\.[A-Za-z.]+)`");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(JSON.readTree(SetupSchema.json()));

    @Test
    void theSchemaForEditorsIsTheOneThatTheCommandPrints() throws IOException {
        hold(DOCS.resolve("tenant.schema.json"), SetupSchema.json());
    }

    @Test
    void everyKeyStandsInTheDocumentAndNoOtherDoes() throws IOException {
        Path running = DOCS.resolve("running.md");
        String text = Files.readString(running);
        int begin = text.indexOf(ABOVE) + ABOVE.length();
        int end = text.indexOf(BELOW);
        assertThat(begin).isLessThanOrEqualTo(end);

        hold(running, text.substring(0, begin) + tables() + text.substring(end));
    }

    private static void hold(Path file, String right) throws IOException {
        if (Boolean.getBoolean("brygga.write-documents")) {
            Files.writeString(file, right);
        }
        assertThat(file).as("Make it anew: see this class").content().isEqualTo(right);
    }

    private static String tables() {
        return table("the tenant", key -> !key.path().startsWith(OF_SHOPS))
                + table("the shop", key -> key.path().startsWith(OF_SHOPS));
    }

    private static String table(String whose, Predicate<SetupKey> which) {
        return SetupKey.file().all().stream()
                .filter(which)
                .map(SetupDocumentsTest::row)
                .collect(Collectors.joining("", "\n| Key of " + whose + " | Means | Default |\n|---|---|---|\n", "\n"));
    }

    private static String row(SetupKey key) {
        String name = "`" + key.path().replace(OF_SHOPS, "") + "`";
        String bounds = key.least().isEmpty() ? "" : "; from " + key.least() + " to " + key.most();
        String without = key.standard().isEmpty() ? key.otherwise() : "`" + key.otherwise() + "`";
        String words = key.type() == SetupKey.Type.CHOICE && !key.means().contains("`")
                ? ": `" + String.join("`, `", key.words()) + "`"
                : "";
        return "| " + (key.isNeeded() ? "**" + name + "**" : name) + " | " + key.means() + words + bounds + " | "
                + without + " |\n";
    }

    @Test
    void theDocumentsNameOnlyKeysThatExist() throws IOException {
        Set<String> known = SetupKey.file().all().stream()
                .map(key -> key.path().replace(OF_SHOPS, ""))
                .collect(Collectors.toSet());
        SetupKey.file()
                .child("shops")
                .child("status")
                .child("EVENT")
                .words()
                .forEach(event -> known.add("status." + event));
        try (Stream<Path> files = Files.list(DOCS)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".md")).toList()) {
                List<String> named = NAMED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                assertThat(known).as("keys named in " + file.getFileName()).containsAll(named);
            }
        }
    }

    @Test
    void theDemosSetUpsFitTheSchemaAndNameIt() throws IOException {
        Path demo = Project.root().resolve("testbed/src/main/resources/demo-setup.yaml");
        String text = Files.readString(demo);

        Matcher schema =
                Pattern.compile("# yaml-language-server: \\$schema=(.*)\\n").matcher(text);
        assertThat(schema.lookingAt()).isTrue();
        assertThat(demo.resolveSibling(schema.group(1))).exists();
        assertThat(complaints(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sbmId: 9999 | sbmid: 9999",
                "sbmId: 9999 | sbmId: 0",
                "priceLists: assumed | priceLists: sometimes",
                "priceLists: assumed | readTimeout: 60",
                "silentDays: 7 | silentDays: 366",
                "package: 400 | package: 300",
                "package: 400 | package: PREMIUM",
                "as: order | as: Order",
                "as: order | as: [order]",
                "delivered: { set | delivery: { set",
                "code: KG | kod: KG",
                "mail: true | mail: yes please",
            })
    void anEditorSeesWhatIsWrongWithOneKey(String right, String wrong) throws IOException {
        String text = Files.readString(Project.root().resolve("testbed/src/main/resources/demo-setup.yaml"));

        assertThat(text).contains(right);
        assertThat(complaints(text.replace(right, wrong))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sbmId: 9999 | sbmId: \"9999\"",
                "sbmId: 9999 | sbmId: ${SBM}",
                "apiUserId: 7 | apiUserId: seven",
                "package: 400 | package: \"400\"",
                "package: 400 | package: premium",
                "silentDays: 7 | silentDays: ${file:/days}",
                "sites: [\"1\"] | sites: sum",
                "mail: true | mail: \"${MAIL}\"",
            })
    void anEditorObjectsToNothingThatTheReaderTakes(String one, String other) throws IOException {
        String text = Files.readString(Project.root().resolve("testbed/src/main/resources/demo-setup.yaml"));

        assertThat(text).contains(one);
        assertThat(complaints(text.replace(one, other))).isEmpty();
    }

    private static List<String> complaints(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .map(document -> JSON.<JsonNode>valueToTree(document))
                .flatMap(document -> SCHEMA.validate(document).stream())
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }
}
