package se.brygga.starter.cli.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.setup.keys.SetupSchema;
import se.brygga.starter.cli.Brygga;
import se.brygga.starter.desk.door.DeskDoor;
import se.brygga.starter.desk.tenants.Application;
import se.brygga.starter.desk.tenants.TenantDesk;

class TenantCheckTest {

    private static final String GOOD = """
            tenant: nordkajak
            specter:
              baseUrl: "https://api.specter.se/"
              sbmId: 9999
              apiUserKey: 0123456789abcdef0123456789abcdef
              integrationKey: 11111111-2222-3333-4444-555555555555
            shops:
              - shop: kajak-se
                starweb: { baseUrl: "https://kajak.example/api/v2", clientId: a.b, clientSecret: hemlig }
                orders:
                  transferWhen: [created]
                  payments: { klarna: { code: KG } }
                  shipping: { postnord: { article: FRAKT } }
                  articles: { discount: RABATT, fee: AVGIFT, rounding: AVRUNDNING }
            """;

    private record Said(int exit, String text) {}

    /** @param compared what the books say; null: they are not there */
    private record Door(@Nullable Application compared) implements DeskDoor {

        @Override
        public <D> D part(Class<D> part) {
            if (compared == null) {
                throw new DeskClosed("nobody at home", new IllegalStateException());
            }
            TenantDesk desk = mock(TenantDesk.class);
            when(desk.compare(any())).thenReturn(compared);
            return part.cast(desk);
        }

        @Override
        public String inWords(Throwable failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    @TempDir
    private Path folder;

    @Test
    void checksAFileWithoutADatabaseAndSaysWhatItDidNotLookAt() throws Exception {
        Said said = check(GOOD, new Door(null));

        assertThat(said.exit()).isZero();
        assertThat(said.text())
                .contains(
                        "Not compared with what is in force: nobody at home",
                        "is in order",
                        "Not tried: the connections")
                .doesNotContain("hemlig");
    }

    @Test
    void doesNotOpenTheDatabaseForAFileWithMistakes() throws Exception {
        Said said = check(GOOD.replace("clientId: a.b", "clientId: \"\""), new Door(null));

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text())
                .contains("setup.yaml: line 9, shops[0].starweb.clientId: is empty")
                .doesNotContain("is in order", "Not compared");
    }

    @Test
    void refusesWhatIsInForceElsewhere() throws Exception {
        Said said = check(
                GOOD,
                new Door(new Application(List.of("shop a/b is in force already as shop c/d"), List.of(), List.of())));

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text())
                .contains("setup.yaml: shop a/b is in force already as shop c/d")
                .doesNotContain("is in order");
    }

    @Test
    void warnsOfWhatMovesAndIsInOrder() throws Exception {
        Said said = check(
                GOOD, new Door(new Application(List.of(), List.of("tenant a: shop b: moves from c to d"), List.of())));

        assertThat(said.exit()).isZero();
        assertThat(said.text()).contains("setup.yaml: warning: tenant a: shop b: moves from c to d", "is in order");
    }

    @Test
    void printsTheSchemaForEditorsWithoutADatabase() {
        Said said = run(new Door(null), "tenant", "schema");

        assertThat(said.exit()).isZero();
        assertThat(said.text()).isEqualTo(SetupSchema.json()).startsWith("{").contains("maxForeignRecoveries");
    }

    private Said check(String text, Door books) throws Exception {
        Path file = Files.writeString(folder.resolve("setup.yaml"), text);
        return run(books, "tenant", "check", file.toString());
    }

    private static Said run(DeskDoor books, String... words) {
        PrintStream out = Objects.requireNonNull(System.out);
        PrintStream err = Objects.requireNonNull(System.err);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int exit = Brygga.run(books, words);
            return new Said(exit, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
