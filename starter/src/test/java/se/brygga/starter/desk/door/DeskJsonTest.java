package se.brygga.starter.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.decisions.Result;
import se.brygga.starter.desk.feeds.FeedDesk.Loop;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read has the words that people type. */
class DeskJsonTest {

    private static final OrderRef ORDER = OrderRef.of("nordkajak", "kajak-se", 10025);

    @Test
    void anOrderIsNamedAsPeopleTypeItAndAmountsAreDecimals() {
        JsonNode line = json(new OrderLine(
                ORDER,
                OrderLine.State.ON_ITS_WAY,
                null,
                null,
                null,
                Cause.STARWEB_BUSY,
                new BigDecimal("1E+3"),
                "SEK",
                Instant.parse("2026-11-24T10:00:00Z"),
                null,
                null));

        assertThat(line.path("order").asString()).isEqualTo("nordkajak/kajak-se/10025");
        assertThat(line.path("state").asString()).isEqualTo("on-its-way");
        assertThat(line.path("behind").asString()).isEqualTo("starweb-busy");
        assertThat(line.path("placedAt").asString()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(line.path("total").toString()).isEqualTo("1000");
        assertThat(line.path("specterNumber").isNull()).isTrue();
    }

    @Test
    void everyOutcomeSaysWhichItIsAlsoInAList() {
        List<Outcome<Result>> outcomes = List.of(
                new Outcome.Followed<>(ORDER.toString(), new Result.WaitsForAnother(Cause.NO_ROWS)),
                new Outcome.Refused<>(ORDER.toString(), Reason.SKIPPED_BY_RULE.of()),
                new Outcome.Unknown<>(ORDER.toString(), Reason.DECISION_UNANSWERED.of(30)));

        JsonNode list = json(outcomes);

        assertThat(list.valueStream().map(one -> one.path("outcome").asString()))
                .containsExactly("followed", "refused", "unknown");
        assertThat(list.get(0).path("result").path("kind").asString()).isEqualTo("waits-for-another");
        assertThat(list.get(0).path("result").path("cause").asString()).isEqualTo("no-rows");
        assertThat(list.get(1).path("why").path("code").asString()).isEqualTo("skipped-by-rule");
        assertThat(list.get(2).path("why").path("parameters").path("seconds").asString())
                .isEqualTo("30");
    }

    @Test
    void feedsAndDurationsAreWordsToo() {
        JsonNode loop = json(new Loop(
                "nordkajak",
                Feed.STOCK,
                Loop.State.NOT_POLLED_YET,
                null,
                null,
                null,
                0,
                0,
                null,
                new Loop.Pace(Duration.ofSeconds(10), Duration.ofMinutes(1), false, null),
                List.of(),
                0));

        assertThat(loop.path("feed").asString()).isEqualTo("stock");
        assertThat(loop.path("state").asString()).isEqualTo("not-polled-yet");
        assertThat(loop.path("pace").path("longest").asString()).isEqualTo("PT1M");
    }

    @Test
    void aRefusalIsKeptInTheBooksAsItIsTold() {
        Refusal refusal = Refusal.together(
                        List.of(Reason.NO_CURSOR.of(), Reason.WAITS_NOT.of("skipped", null, "anna", "skip", "x")))
                .orElseThrow();

        assertThat(DeskJson.read(DeskJson.text(refusal), Refusal.class)).isEqualTo(refusal);
    }

    private static JsonNode json(Object view) {
        return JsonMapper.shared().readTree(DeskJson.text(view));
    }
}
