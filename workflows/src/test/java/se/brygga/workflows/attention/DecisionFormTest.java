package se.brygga.workflows.attention;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.workflows.refusal.Refusal;

/** Whatever somebody types is a decision, or is refused in words. */
class DecisionFormTest {

    private static final DataConverter TEMPORAL = DefaultDataConverter.newDefaultInstance();

    @ParameterizedTest
    @ValueSource(strings = {"send-anyway", "SEND_ANYWAY", "Send-Anyway", "send anyway", " send-anyway "})
    void takesTheWordsThatPeopleType(String kind) {
        DecisionForm form = required(
                "{\"kind\": \"" + kind + "\", \"by\": \"anna\", \"reason\": \"ok\", \"about\": \"Totals-Differ\"}");

        assertThat(form.problem()).isEmpty();
        assertThat(form.decision("u-1"))
                .isEqualTo(new Decision("u-1", Decision.Kind.SEND_ANYWAY, "anna", "ok", null, Cause.TOTALS_DIFFER));
    }

    @Test
    void doneIsTheWordOfTheCommand() {
        DecisionForm form =
                required("{\"id\": \"d-1\", \"kind\": \"done\", \"by\": \"anna\", \"specterNumber\": \"5001\"}");

        assertThat(form.decision(""))
                .isEqualTo(new Decision("d-1", Decision.Kind.DONE_BY_HAND, "anna", null, 5001L, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\": \"RETRY\"}|say who decides",
                "{\"kind\": \"RETRY\", \"by\": \"  \"}|say who decides",
                "{\"kind\": \"RETRY\", \"by\": null}|say who decides",
                "{\"by\": \"anna\"}|kind is missing",
                "{\"kind\": \"retrry\", \"by\": \"anna\"}|did you mean \"retry\"? there are done-by-hand, retry",
                "{\"kind\": 7, \"by\": \"anna\"}|no such kind of decision",
                "{\"kind\": [\"skip\"], \"by\": \"anna\"}|kind is a text",
                "{\"kind\": \"skip\", \"by\": \"anna\", \"about\": \"payment-not-maped\"}|did you mean \"payment-not-mapped\"?",
                "{\"kind\": \"done\", \"by\": \"anna\", \"specterNumber\": \"K17\"}|in digits",
                "{\"kind\": \"done\", \"by\": \"anna\", \"specterNumber\": 5.5}|in digits",
                "{\"kind\": \"skip\", \"by\": \"anna\", \"resaon\": \"x\"}|has only the fields id, kind, by, reason",
                "{\"kind\": \"skip\", \"by\": \"an\\u0000na\", \"reason\": \"x\"}|by holds a character that is none",
                "{\"kind\": \"skip\", \"by\": \"anna\", \"reason\": \"x\\u0000\"}|reason holds a character that is none",
                "{\"id\": \"\\u0000\", \"kind\": \"retry\", \"by\": \"anna\"}|id holds a character that is none",
                "\"retry\"|is an object like",
                "[]|is an object like",
                "null|is an object like",
                "7|is an object like"
            })
    void refusesAnythingElseInWords(String json, String why) {
        assertThat(problemOf(json))
                .hasValueSatisfying(problem -> assertThat(problem.toString()).contains(why));
    }

    @Test
    void aDecisionIsWrittenAsItIsRead() {
        Decision decision = new Decision("d-1", Decision.Kind.SEND_ANYWAY, "anna", "ok", null, Cause.TOTALS_DIFFER);
        Payload written = TEMPORAL.toPayload(decision).orElseThrow();

        assertThat(written.getData().toStringUtf8()).contains("\"send-anyway\"", "\"totals-differ\"");
        assertThat(TEMPORAL.fromPayload(written, DecisionForm.class, DecisionForm.class)
                        .decision(""))
                .isEqualTo(decision);
        assertThat(TEMPORAL.fromPayload(written, Decision.class, Decision.class))
                .isEqualTo(decision);
    }

    private static Optional<Refusal> problemOf(String json) {
        DecisionForm form = form(json);
        return (form == null ? DecisionForm.of(null) : form).problem();
    }

    private static DecisionForm required(String json) {
        return Objects.requireNonNull(form(json));
    }

    private static @Nullable DecisionForm form(String json) {
        Payload payload = Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(json))
                .build();
        return TEMPORAL.fromPayload(payload, DecisionForm.class, DecisionForm.class);
    }
}
