package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Decisions about many orders, and long lists, against a starter that answers what a test says. */
class JobsCommandTest extends AskedStarter {

    private static String story(String state, int done, String decision) {
        return """
                {"job":{"id":"17","kind":"decision","name":"retry no-rows","tenant":"nordkajak","by":"anna","reason":null,
                  "state":"%s","madeAt":"2026-11-24T10:00:00Z","endedAt":null,"total":39,"done":%d,"standsFor":null},
                 "decision":%s,"sums":null}""".formatted(state, done, decision);
    }

    @Test
    void allThatWaitForACauseAreShownDecidedAndFollowed() {
        answers.add(new Answer(200, """
                {"count":39,"sums":{"SEK":4711.00,"NOK":12.50},"unread":1,"tenants":{"nordkajak":39},
                 "first":["nordkajak/kajak-se/10025"],"token":"39-abc"}"""));
        answers.add(new Answer(202, "{\"job\":\"17\"}"));
        answers.add(
                new Answer(
                        200,
                        story(
                                "running",
                                12,
                                "{\"sums\":{\"SEK\":4711.00},\"undecided\":27,\"outcomes\":{\"followed\":12},\"results\":{}}")));
        answers.add(new Answer(200, story("ended", 39, """
                {"sums":{"SEK":4711.00},"undecided":0,"outcomes":{"followed":39},"results":{"still-waits":2,"in-specter":37}}""")));

        Said said = brygga("orders", "retry", "--cause", "no-rows", "--tenant", "nordkajak", "--yes", "--lang", "en");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains(
                        "39 wait for no-rows: nordkajak 39; sum 12.50 NOK + 4711.00 SEK",
                        "… and 38 more",
                        "39 followed, 0 refused, 0 failed",
                        "37 in Specter, 2 still wait for the same cause");
        assertThat(said.err()).contains("Job 17", "12 of 39 done", "39 of 39 done: 37 in Specter");
        assertThat(asked.get(1).body()).contains("\"preview\":\"39-abc\"", "\"cause\":\"no-rows\"");
    }

    @Test
    void aDecisionAboutManyThatWasStoppedSaysWhatIsNotDecided() {
        answers.add(new Answer(200, """
                {"count":39,"sums":{},"unread":39,"tenants":{"nordkajak":39},"first":[],"token":"39-abc"}"""));
        answers.add(new Answer(202, "{\"job\":\"17\"}"));
        answers.add(new Answer(200, story("stopped", 12, """
                {"sums":{},"undecided":27,"outcomes":{"followed":11,"refused":1},"results":{"in-specter":11}}""")));

        Said said = brygga("orders", "retry", "--cause", "no-rows", "--tenant", "nordkajak", "--yes", "--lang", "en");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("11 followed, 1 refused, 0 failed", "27 are not decided.");
    }

    @Test
    void aLongListIsAskedForPageByPage() {
        String line =
                "{\"order\":\"a/b/1\",\"event\":\"paid\",\"state\":\"noted\",\"parcels\":[],\"seenAt\":\"2026-11-24T10:00:00Z\"}";
        answers.add(new Answer(200, "{\"items\":[" + (line + ",").repeat(999) + line + "],\"next\":\"abc\"}"));
        answers.add(new Answer(200, "{\"items\":[" + line + "],\"next\":null}"));

        Said said = brygga("callbacks", "list", "--limit", "1500", "--lang", "en");

        assertThat(said.out().lines()).hasSize(1002);
        assertThat(asked)
                .extracting(Asked::what)
                .containsExactly("GET /api/v1/callbacks?limit=1000", "GET /api/v1/callbacks?after=abc&limit=500");
    }
}
