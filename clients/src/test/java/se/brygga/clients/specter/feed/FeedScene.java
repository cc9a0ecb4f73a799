package se.brygga.clients.specter.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.Places;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.SpecterStub;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;

/** The feeds of the test vectors' account, in front of a Specter that says what it is told to. */
abstract class FeedScene {

    static final String OK = "<APIresponse><result>1</result></APIresponse>";

    final List<CallRecord> records = new CopyOnWriteArrayList<>();
    final Places places = new Places();

    @AutoClose
    final SpecterStub specter = new SpecterStub();

    final SpecterFeeds feeds = feeds(Given.setup(specter.baseUrl()));

    final SpecterFeeds feeds(SpecterSetup setup) {
        return new SpecterClients(new CallContext(
                        SpecterClients.httpClient(), places, Outages.IGNORED, records::add, Clock.systemUTC()))
                .feeds("nordkajak", setup);
    }

    /** An answer of which the whole must be read, or nothing. */
    final void cannotRead(Supplier<?> pull, String body, String code) {
        specter.answers(body);
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, pull::get);
        assertThat(failure).describedAs(body).isNotNull();
        assertThat(failure.kind()).describedAs(body).isEqualTo(Kind.OUTCOME_UNKNOWN);
        assertThat(failure.code()).describedAs(body).isEqualTo(code);
    }

    static <T> PullAnswer.Batch<T> batchOf(PullAnswer<T> answer) {
        return switch (answer) {
            case PullAnswer.Batch<T> batch -> batch;
            case PullAnswer.OtherBatchOpen<T> open -> throw new AssertionError(open);
            case PullAnswer.Refused<T> refused -> throw new AssertionError(refused);
        };
    }

    static String response(String content) {
        return "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n<response>" + content + "</response>";
    }
}
