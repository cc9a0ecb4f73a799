package se.brygga.clients.specter.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.Door;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.Places;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.SpecterStub;

/** Each row of the table of pictures, and that each call is recorded and takes one of the tenant's places. */
class SpecterPicturesTest {

    private static final String PNG = "\u0089PNG\r\n\u001a\n and more";
    private static final int MOST = 10_000_000;

    private final List<CallRecord> records = new CopyOnWriteArrayList<>();
    private final List<RemoteFailure> told = new CopyOnWriteArrayList<>();
    private final Places places = new Places();

    @AutoClose
    final SpecterStub specter = new SpecterStub();

    private final SpecterSetup setup = Given.setup(specter.baseUrl());

    @ParameterizedTest
    @ValueSource(strings = {PNG, "\u00ff\u00d8\u00ff\u00e0 JFIF", "GIF89a", "RIFF....WEBP"})
    void bringsAPictureByteForByteAndRecordsTheCall(String content) {
        specter.answers(content);

        SpecterPictures.Picture picture = fetch("/bilder/Mugg%20r%C3%B6d.png?key=secret");

        assertThat(picture.content()).isEqualTo(content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(specter.asked())
                .singleElement()
                .extracting(SpecterStub.Asked::target)
                .isEqualTo("/bilder/Mugg%20r%C3%B6d.png?key=secret");
        assertThat(places.asked()).containsExactly("nordkajak 3");
        CallRecord call = records.getFirst();
        assertThat(call.system()).isEqualTo(RemoteSystem.SPECTER);
        assertThat(call.tenant()).isEqualTo("nordkajak");
        assertThat(call.action()).isEqualTo("GET picture");
        assertThat(call.subject()).isEqualTo("/bilder/Mugg röd.png");
        assertThat(call.request()).isEmpty();
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.answer()).isEqualTo(picture.format() + ", " + content.length() + " bytes");
        assertThat(call.failure()).isNull();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(200, "", Why.UNREADABLE_BODY, "no-picture"),
                arguments(200, "<html>login</html>", Why.UNREADABLE_BODY, "no-picture"),
                arguments(200, "\u0089PN", Why.UNREADABLE_BODY, "no-picture"),
                arguments(302, "", Why.NOT_FOUND, "302"),
                arguments(403, PNG, Why.NOT_FOUND, "403"),
                arguments(404, "<html/>", Why.NOT_FOUND, "404"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatAShopCannotHaveAndAsksOnce(int status, String body, Why why, String code) {
        specter.answers(status, body);

        RemoteFailure failure = failureOf("/bilder/a.png");

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.why()).isEqualTo(why);
        assertThat(failure).hasMessage("GET picture /bilder/a.png: " + code);
        assertThat(failure.told().stored()).contains("/bilder/a.png").contains(code);
        assertThat(specter.asked()).hasSize(1);
        assertThat(records).singleElement().satisfies(call -> {
            assertThat(call.status()).isEqualTo(status);
            assertThat(call.answer()).isEqualTo(code);
            assertThat(call.failure()).isEqualTo(Kind.REFUSED);
        });
        assertThat(told).isEmpty();
    }

    @Test
    void readsNoMoreOfAPictureThanAShopTakes() {
        specter.answers(PNG + "x".repeat(MOST));

        RemoteFailure failure = failureOf("/bilder/a.png");

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.why()).isEqualTo(Why.VIOLATES_LIMITS);
        assertThat(records.getFirst().answer()).isEqualTo("too-large");
    }

    @Test
    void takesAPictureOfTheLargestSize() {
        specter.answers(PNG + "x".repeat(MOST - PNG.length()));

        assertThat(fetch("/bilder/a.png").content()).hasSize(MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void asksAgainForAPictureThatWasLost(int status) {
        specter.answers(status, PNG).answers(status, "").answers(PNG);

        assertThat(fetch("/bilder/a.png").format()).isEqualTo(SpecterPictures.Format.PNG);
        assertThat(records).hasSize(3);
    }

    @Test
    void givesUpAfterThreeLossesWhichSayNothingAboutSpectersCalls() {
        specter.answers(500, "").answers(500, "").answers(500, "");

        assertThat(failureOf("/bilder/a.png").kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        assertThat(records).hasSize(3).allMatch(call -> call.failure() == Kind.OUTCOME_UNKNOWN);
        assertThat(told).isEmpty();
    }

    @Test
    void asksAgainWhenTheConnectionBreaks() {
        specter.hangsUp().answers(PNG);

        assertThat(fetch("/bilder/a.png").format()).isEqualTo(SpecterPictures.Format.PNG);
    }

    @Test
    void doesNotWaitForAPictureThatNeverEnds() {
        specter.stopsHalfway().stopsHalfway().stopsHalfway();
        SpecterSetup impatient = Given.setup(specter.baseUrl(), 2, Duration.ofMillis(300), Set.of(), false);

        RemoteFailure failure =
                catchThrowableOfType(RemoteFailure.class, () -> pictures().fetch("nordkajak", impatient, "/a.png"));

        assertThat(failure.why()).isEqualTo(Why.NO_ANSWER_IN_TIME);
    }

    @Test
    void tellsThatSpecterIsAwayWhenNobodyListens() {
        SpecterSetup away = Given.setup(URI.create("http://127.0.0.1:1/"));

        RemoteFailure failure =
                catchThrowableOfType(RemoteFailure.class, () -> pictures().fetch("nordkajak", away, "/a.png"));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(told).isNotEmpty().allMatch(one -> one.kind() == Kind.NOT_SENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a.png",
                "http://127.0.0.1:22/a.png",
                "//169.254.169.254/latest/meta-data",
                "http://user@127.0.0.1/a.png",
                "https://127.0.0.1/a.png",
                "file:///etc/passwd",
                "no address at all"
            })
    void asksNoOtherHost(String url) {
        RemoteFailure failure = failureOf(url);

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.why()).isEqualTo(Why.WRONG_ADDRESS);
        assertThat(specter.asked()).isEmpty();
        assertThat(places.asked()).isEmpty();
    }

    private SpecterPictures.Picture fetch(String url) {
        return pictures().fetch("nordkajak", setup, url);
    }

    private RemoteFailure failureOf(String url) {
        return catchThrowableOfType(RemoteFailure.class, () -> fetch(url));
    }

    private SpecterPictures pictures() {
        return new SpecterPictures(
                new CallContext(SpecterClients.httpClient(), places, this::enter, records::add, Clock.systemUTC()));
    }

    private Outages.Turn enter(Door door, String about) {
        assertThat(door).isEqualTo(Door.specter("nordkajak", Door.Right.READ));
        return new Outages.Turn() {
            @Override
            public void answered() {
                throw new AssertionError("a file says nothing about the calls");
            }

            @Override
            public RemoteFailure failed(RemoteFailure failure) {
                told.add(failure);
                return failure;
            }

            @Override
            public RemoteFailure loginFailed(RemoteFailure failure) {
                throw new AssertionError("a file needs no login");
            }

            @Override
            public void close() {}
        };
    }
}
