package se.brygga.testbed.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.ActivityTaskFailedEventAttributes;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.sdk.v1.UserMetadata;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import org.junit.jupiter.api.Test;

/** Names are seen wherever a person could read them, and nowhere by chance. */
class MessagesTest {

    private final PersonalValues values = new PersonalValues();

    MessagesTest() {
        values.add("lastName", "Ek");
        values.add("mobilePhoneNo", "+46701740605");
    }

    @Test
    void seesNoNameInTheBytesOfAnIdOrATime() {
        // 0x45 0x6b is "Ek": as a number, and as bytes that nobody reads.
        HistoryEvent event = HistoryEvent.newBuilder()
                .setEventType(EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED)
                .setEventId(0x45)
                .setTaskId(0x6b)
                .build();
        PollActivityTaskQueueResponse task = PollActivityTaskQueueResponse.newBuilder()
                .setTaskToken(ByteString.copyFromUtf8(" Ek "))
                .build();

        assertThat(values.in(Messages.texts(event))).isEmpty();
        assertThat(values.in(Messages.texts(task))).isEmpty();
    }

    @Test
    void seesNoPhoneInALongNumber() {
        assertThat(values.in("at 1764000701740605123 ns")).isEmpty();
        assertThat(values.in("call 0046701740605")).isNotEmpty();
    }

    @Test
    void seesANameInAPayloadASummaryAndAFailure() {
        Payload name = Payload.newBuilder()
                .setData(ByteString.copyFromUtf8("{\"name\":\"Ek\"}"))
                .build();
        HistoryEvent scheduled = HistoryEvent.newBuilder()
                .setActivityTaskScheduledEventAttributes(ActivityTaskScheduledEventAttributes.newBuilder()
                        .setInput(Payloads.newBuilder().addPayloads(name)))
                .build();
        HistoryEvent summary = HistoryEvent.newBuilder()
                .setUserMetadata(UserMetadata.newBuilder().setSummary(name))
                .build();
        HistoryEvent failed = HistoryEvent.newBuilder()
                .setActivityTaskFailedEventAttributes(ActivityTaskFailedEventAttributes.newBuilder()
                        .setFailure(Failure.newBuilder().setMessage("no Ek here")))
                .build();

        assertThat(values.in(Messages.texts(scheduled))).isNotEmpty();
        assertThat(values.in(Messages.texts(summary))).isNotEmpty();
        assertThat(values.in(Messages.texts(failed))).isNotEmpty();
    }

    @Test
    void seesANameInAFieldThatOurSdkDoesNotKnow() {
        ByteString nested = HistoryEvent.newBuilder()
                .setUnknownFields(text(900, ByteString.copyFromUtf8("for Ek")))
                .build()
                .toByteString();
        HistoryEvent event =
                HistoryEvent.newBuilder().setUnknownFields(text(901, nested)).build();

        assertThat(values.in(Messages.texts(event))).isNotEmpty();
    }

    private static UnknownFieldSet text(int number, ByteString bytes) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(bytes)
                                .build())
                .build();
    }
}
