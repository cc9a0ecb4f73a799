package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lists that come in pages: they go on until there are as many lines as were asked for, and say when there are more. */
class PagedCommandsTest extends AskedStarter {

    @Test
    void theAuditLogIsReadPageByPage() {
        answers.add(new Answer(200, page(deed("skip"), "\"c1\"")));
        answers.add(new Answer(200, page(deed("undo"), "\"c2\"")));

        Said said = brygga("audit", "nordkajak", "--limit", "2", "--lang", "en");

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("anna", "skip", "undo", "2 shown");
        assertThat(asked)
                .extracting(Asked::what)
                .containsExactly(
                        "GET /api/v1/audit?limit=2&tenant=nordkajak",
                        "GET /api/v1/audit?after=c1&limit=1&tenant=nordkajak");
    }

    @Test
    void ordersOfWhichSpecterSaysNothingAreReadPageByPage() {
        String line = """
                {"order":"nordkajak/kajak-se/7","specterNumber":5001,"since":"2026-11-24T10:00:00Z","transferredAt":"2026-11-24T10:00:00Z"}""";
        answers.add(new Answer(200, page(line, "null")));

        Said said = brygga("callbacks", "silent", "nordkajak", "--lang", "en");

        assertThat(said.out()).contains("nordkajak/kajak-se/7", "5001").doesNotContain("there are more");
        assertThat(asked)
                .extracting(Asked::what)
                .containsExactly("GET /api/v1/callbacks/silent?limit=100&tenant=nordkajak");
    }

    private static String page(String line, String next) {
        return "{\"items\":[" + line + "],\"next\":" + next + "}";
    }

    private static String deed(String what) {
        return """
                {"id":"d","at":"2026-11-24T10:00:00Z","tenant":"nordkajak","by":"anna","what":"%s","subject":"order 7","reason":null}""".formatted(what);
    }
}
