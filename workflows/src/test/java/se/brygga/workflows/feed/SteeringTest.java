package se.brygga.workflows.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.converter.RawValue;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.workflows.stage.ScriptedFeed;
import se.brygga.workflows.stage.Stage;

@Tag("slow")
class SteeringTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    @RegisterExtension
    final Stage stage = new Stage();

    @ParameterizedTest
    @EnumSource
    void isBookedAndFollowedAtOnce(Feed feed) {
        WorkflowStub loop = stage.startFeed(feed);
        stage.awaitPause(loop);
        Steering interval = steering(Steering.Kind.INTERVAL, "anna", HALF_HOUR);

        stage.steer(loop, interval);

        assertThat(stage.feed.steerings()).containsExactly(interval);
        await().until(() -> stage.calls.countOf("poll " + feed.key() + " at once afresh") == 1);
    }

    @Test
    void aPausedLoopAsksNothingUntilItIsResumedAndThenBeginsLikeANewOne() {
        stage.feed.poll.answers(ScriptedFeed.PAUSED);
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        stage.letPass(Duration.ofDays(3));
        assertThat(stage.calls.made()).containsExactly("poll stock afresh");

        stage.steer(loop, steering(Steering.Kind.RESUME, "anna", null));

        await().untilAsserted(() -> assertThat(stage.calls.made())
                .startsWith("poll stock afresh", "steer stock RESUME", "poll stock at once afresh"));
    }

    @Test
    void theSameSentTwiceIsBookedOnce() {
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        Steering pause = steering(Steering.Kind.PAUSE, "anna", null);

        stage.steer(loop, pause);
        stage.steer(loop, pause);

        assertThat(stage.feed.steerings()).containsExactly(pause);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(steering(Steering.Kind.PAUSE, " ", null), "say who decides"),
                Arguments.of(steering(Steering.Kind.PAUSE, "an\0na", null), "say who decides"),
                Arguments.of(steering(Steering.Kind.PAUSE, "anna", HALF_HOUR), "only interval takes a duration"),
                Arguments.of(
                        steering(Steering.Kind.INTERVAL, "anna", Duration.ofSeconds(9)),
                        "the interval must be from 10 seconds to 24 hours, not PT9S"),
                Arguments.of(
                        steering(Steering.Kind.INTERVAL, "anna", Duration.ofHours(25)),
                        "the interval must be from 10 seconds to 24 hours, not PT25H"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsRefusedWithTheReasonAndChangesNothing(Steering wrong, String reason) {
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        stage.awaitPause(loop);

        assertThatThrownBy(() -> stage.steer(loop, wrong))
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining(reason);

        assertThat(stage.calls.made()).containsExactly("poll stock afresh");
    }

    /** As somebody types it in the Temporal UI. Followed as it is, it would fail the loop's task again and again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"by\": \"anna\"}|kind is one of pause, resume, interval",
                "{\"kind\": null, \"by\": \"anna\"}|kind is one of pause, resume, interval",
                "{\"kind\": \"stop\", \"by\": \"anna\"}|kind is one of pause, resume, interval",
                "{\"kind\": \"pause\"}|say who decides",
                "{\"kind\": \"Pause\", \"by\": null}|say who decides",
                "{}|kind is one of pause, resume, interval",
                "null|kind is one of pause, resume, interval"
            })
    void whatIsTypedAndIsNoneIsRefusedInWords(String json, String reason) {
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        stage.awaitPause(loop);

        assertThatThrownBy(() -> stage.update(loop, "steer", "typed", new RawValue(payload(json))))
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining(reason);

        assertThat(stage.calls.made()).containsExactly("poll stock afresh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"tenant\": \"tehuset\", \"shop\": \"te-butiken\"}"})
    void aComparisonOfNoShopOfTheTenantIsRefusedInWords(String json) {
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        stage.awaitPause(loop);

        assertThatThrownBy(() -> stage.update(loop, "compare", "typed", new RawValue(payload(json))))
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining("say which shop of this tenant");

        assertThat(stage.calls.made()).containsExactly("poll stock afresh");
    }

    private static Payload payload(String json) {
        return Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(json))
                .build();
    }

    @Test
    void anIntervalCanBeTakenBack() {
        assertThat(steering(Steering.Kind.INTERVAL, "anna", null).objection()).isEmpty();
    }

    private static Steering steering(Steering.Kind kind, String by, @Nullable Duration interval) {
        return new Steering("s-1", kind, by, interval);
    }
}
