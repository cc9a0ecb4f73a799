package se.brygga.clients.specter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterForm;
import se.brygga.clients.specter.wire.AnswerBody;
import se.brygga.clients.specter.wire.Latin1;
import se.brygga.clients.specter.wire.SpecterReply;

class SpecterAnswersTest {

    private static final String HTML = "<!DOCTYPE html><html><body>Service Åsa</body></html>";

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private final SpecterAnswers answers = new SpecterAnswers(Given.setup(URI.create("http://specter/")), clock);

    static Stream<Arguments> understood() {
        return Stream.of(
                arguments("1;42;OK", done(42)),
                arguments("1;42", done(42)),
                arguments("1;42;OK; with; semicolons", done(42)),
                arguments("\r\n 1;42;OK\r\n", done(42)),
                arguments("\u00ef\u00bb\u00bf1;42;OK", done(42)),
                arguments("0;99;Open batch 'OLD'", refused("99", "Open batch 'OLD'", false)),
                arguments("0;30;too long; by 3;", refused("30", "too long; by 3;", false)),
                arguments("0;30", refused("30", "", false)),
                arguments("2;30;odd result", refused("30", "odd result", false)),
                arguments("0;;no code", refused("none", "no code", false)),
                arguments("0;asa@example.se;no code", refused("none", "no code", false)),
                arguments("0;41;No article X", refused("41", "No article X", true)),
                arguments("0;50;exists", new SpecterAnswer.Duplicate("50", null)),
                arguments("0;50;exists as order 5001.", new SpecterAnswer.Duplicate("50", 5001L)),
                arguments("0;50;exists as order 0", new SpecterAnswer.Duplicate("50", null)),
                arguments(api("<result>1</result><id>5001</id>"), done(5001)),
                arguments("<x><APIresponse result='1' orderNo='5001'/></x>", done(5001)),
                arguments("<x result='1' customerId='42'/>", done(42)),
                arguments("<x><apiResponse><Result>1</Result></apiResponse><OrderNo>5001</OrderNo></x>", done(5001)),
                arguments("<n:x xmlns:n='u'><n:result>1</n:result><n:articleId>7</n:articleId></n:x>", done(7)),
                arguments(
                        api("<result>0</result><code>30</code><message><![CDATA[för långt & fel]]></message>"),
                        refused("30", "för långt & fel", false)),
                arguments(
                        api("<result>0</result><code>50</code><message>order 5001</message>"),
                        new SpecterAnswer.Duplicate("50", 5001L)),
                arguments(api("<result>0</result>"), refused("none", "", false)));
    }

    @ParameterizedTest
    @MethodSource("understood")
    void understands(String body, SpecterAnswer expected) {
        assertThat(read(order(), reply(200, body))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'1;;', OUTCOME_UNKNOWN, answer-without-number",
        "'1;', OUTCOME_UNKNOWN, answer-without-number",
        "'1;0;OK', OUTCOME_UNKNOWN, answer-without-number",
        "'1;OK;', OUTCOME_UNKNOWN, answer-without-number",
        "<x><result>1</result></x>, OUTCOME_UNKNOWN, answer-without-number",
        "'0;10;wrong key', NOT_LET_IN, credentials-refused",
        "<x><result>0</result><code>11</code></x>, NOT_LET_IN, credentials-refused",
        "'', OUTCOME_UNKNOWN, empty-answer",
        "' ', OUTCOME_UNKNOWN, empty-answer",
        "'<!DOCTYPE html><html>', OUTCOME_UNKNOWN, html-page",
        "'<HTML><p>', OUTCOME_UNKNOWN, html-page",
        "<x:html xmlns:x='y'/>, OUTCOME_UNKNOWN, html-page",
        "<x><APIresponse><result>1</result><id>50, OUTCOME_UNKNOWN, unreadable-body",
        "<x><id>5001</id></x>, OUTCOME_UNKNOWN, unreadable-body",
        "<!DOCTYPE x [<!ENTITY e '1'>]><x><result>&e;</result></x>, OUTCOME_UNKNOWN, unreadable-body",
        "1, OUTCOME_UNKNOWN, unreadable-body",
        "Hello; world, OUTCOME_UNKNOWN, unreadable-body"
    })
    void cannotTakeForAnAnswer(String body, Kind kind, String code) {
        assertFailure(failureOf(order(), reply(200, body)), kind, code);
    }

    @ParameterizedTest
    @CsvSource({
        "301, OUTCOME_UNKNOWN, http-301",
        "302, OUTCOME_UNKNOWN, http-302",
        "400, OUTCOME_UNKNOWN, http-400",
        "403, OUTCOME_UNKNOWN, http-403",
        "404, OUTCOME_UNKNOWN, http-404",
        "408, OUTCOME_UNKNOWN, http-408",
        "410, OUTCOME_UNKNOWN, http-410",
        "413, REFUSED, http-413",
        "414, REFUSED, http-414",
        "429, BUSY, limit",
        "500, OUTCOME_UNKNOWN, http-500",
        "502, OUTCOME_UNKNOWN, http-502",
        "503, OUTCOME_UNKNOWN, http-503"
    })
    void classesAPageByItsStatus(int status, Kind kind, String code) {
        assertFailure(failureOf(order(), reply(status, HTML)), kind, code);
        assertFailure(failureOf(order(), reply(status, "")), kind, code);
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "500", "503"})
    void readsTheBodyAtAnyStatus(int status) {
        assertThat(read(order(), reply(status, "1;5001;OK"))).isEqualTo(done(5001));
        assertThat(read(order(), reply(status, "0;30;x"))).isEqualTo(refused("30", "x", false));
        assertFailure(failureOf(order(), reply(status, "0;10;x")), Kind.NOT_LET_IN, "credentials-refused");
    }

    @Test
    void takesASuccessForOneEvenWhenTheStatusSaysBusy() {
        assertThat(read(order(), reply(503, "1;5001;OK"))).isEqualTo(done(5001));
        assertFailure(failureOf(order(), reply(429, "0;30;slow down")), Kind.BUSY, "limit");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "7 | PT7S",
                "99999 | PT15M",
                "Sun, 01 Mar 2026 12:00:30 GMT | PT30S",
                "Sun, 01 Mar 2026 11:00:00 GMT | ",
                "0 | ",
                "soon | ",
                " | "
            },
            delimiter = '|')
    void waitsAsLongAsAskedUpToACeiling(@Nullable String header, @Nullable Duration wait) {
        SpecterReply reply = new SpecterReply(429, null, header, new byte[0]);

        assertThat(failureOf(order(), reply).retryAfter()).isEqualTo(wait);
    }

    @Test
    void waitsAsLongAsAskedAfterAPageThatMayHideASuccess() {
        RemoteFailure failure = failureOf(order(), new SpecterReply(503, null, "7", new byte[0]));

        assertThat(failure.kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void knowsADuplicateByItsTextWhateverItsCode() {
        assertThat(read(order(), reply(200, "0;1;Ordernumret finns redan, order 5001")))
                .isEqualTo(new SpecterAnswer.Duplicate("1", 5001L));
        assertThat(read(request(SpecterRequest.Wants.NUMBER), reply(200, "0;1;Kunden finns redan")))
                .isEqualTo(refused("1", "Kunden finns redan", false));
    }

    @Test
    void knowsDuplicatesOfOrdersOnly() {
        assertThat(read(request(SpecterRequest.Wants.NUMBER), reply(200, "0;50;order 5001")))
                .isEqualTo(refused("50", "order 5001", false));
    }

    @Test
    void needsNoNumberWhereItMeansNothing() {
        assertThat(read(request(SpecterRequest.Wants.NOTHING), reply(200, "1;;OK")))
                .isEqualTo(done(0));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("0;30;åäö".getBytes(ISO_8859_1), null),
                arguments("0;30;åäö".getBytes(UTF_8), null),
                arguments("\uFEFF0;30;åäö".getBytes(UTF_8), "text/plain"),
                arguments("0;30;åäö".getBytes(ISO_8859_1), "text/html; Charset=iso-8859-1"),
                arguments("0;30;åäö".getBytes(ISO_8859_1), "text/html; charset=utf-8"),
                arguments(declared("ISO-8859-1").getBytes(ISO_8859_1), "text/xml; charset=utf-8"),
                arguments(declared("UTF-8").getBytes(UTF_8), null),
                arguments(declared("UTF-8").getBytes(ISO_8859_1), null),
                arguments(declared("nonsense").getBytes(ISO_8859_1), null));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsTextInWhateverEncodingItCame(byte[] body, @Nullable String contentType) {
        assertThat(read(order(), new SpecterReply(200, contentType, null, body)))
                .isEqualTo(refused("30", "åäö", false));
    }

    private void assertFailure(RemoteFailure failure, Kind kind, String code) {
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessage("newOrderSubmit 10025: " + code);
    }

    private RemoteFailure failureOf(SpecterRequest request, SpecterReply reply) {
        try {
            throw new AssertionError("an answer: " + read(request, reply));
        } catch (RemoteFailure failure) {
            return failure;
        }
    }

    private SpecterAnswer read(SpecterRequest request, SpecterReply reply) {
        return answers.read(request, reply, AnswerBody.read(reply));
    }

    private static SpecterRequest order() {
        return request(SpecterRequest.Wants.ORDER_NUMBER);
    }

    private static SpecterRequest request(SpecterRequest.Wants wants) {
        return SpecterRequest.put("newOrderSubmit", "10025", Latin1.line("42"), new SpecterForm(), wants);
    }

    private static SpecterReply reply(int status, String body) {
        return new SpecterReply(status, "text/html", null, body.getBytes(ISO_8859_1));
    }

    private static String api(String content) {
        return "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n<response><APIresponse>" + content
                + "</APIresponse></response>";
    }

    private static String declared(String encoding) {
        return "<?xml version='1.0' encoding='" + encoding
                + "'?><r><result>0</result><code>30</code><message>åäö</message></r>";
    }

    private static SpecterAnswer done(long id) {
        return new SpecterAnswer.Done(id);
    }

    private static SpecterAnswer refused(String code, String message, boolean articleMissing) {
        return new SpecterAnswer.Refused(code, message, articleMissing);
    }
}
