package se.brygga.clients.specter;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.Door;
import se.brygga.clients.remote.Exchange;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterForm;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.clients.specter.wire.AnswerBody;
import se.brygga.clients.specter.wire.Latin1;
import se.brygga.clients.specter.wire.SpecterReply;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** Signs, sends and records one tenant's calls, within the tenant's limit of concurrent calls. */
final class SpecterCalls {

    /** An answer is a line or a few kilobytes. An endless one must not fill the memory. */
    private static final long ANSWER_MAX_BYTES = 1_000_000;

    /**
     * Room for a journal after a long pause, or after all articles changed. Nobody knows Specter's own limit (O7, O25).
     */
    private static final long CHANGES_MAX_BYTES = 64_000_000;

    /** The language of failure messages, which go to logs and histories. */
    private static final CauseTexts ENGLISH = CauseTexts.in(Locale.ENGLISH);

    private final String tenant;
    private final SpecterSetup setup;
    private final Exchange exchange;
    private final CallContext context;
    private final SpecterSignature signature;
    private final SpecterAnswers answers;

    SpecterCalls(String tenant, SpecterSetup setup, CallContext context) {
        this.tenant = tenant;
        this.setup = setup;
        this.exchange = new Exchange(context.http(), setup.readTimeout());
        this.context = context;
        this.signature = SpecterSignature.of(setup);
        this.answers = new SpecterAnswers(setup, context.time());
    }

    /**
     * Sends a request.
     *
     * @throws RemoteFailure by the table of {@link SpecterAnswers}; OUR_FAULT when {@link SpecterLimits} are violated
     */
    SpecterAnswer send(SpecterRequest request) {
        return send(request, AnswerBody::read, answer -> SpecterMask.answer(request, answer));
    }

    /**
     * Sends a request whose answer is read in its own way.
     *
     * @param reading reads the body; called at most once
     * @param kept chooses what of the answer is recorded
     * @throws RemoteFailure as {@link #send(SpecterRequest)}
     */
    SpecterAnswer send(
            SpecterRequest request, Function<SpecterReply, AnswerBody> reading, Function<SpecterAnswer, String> kept) {
        List<Detail> problems = request.form().violations().all();
        if (!problems.isEmpty()) {
            Detail told = Phrase.NOT_SENT.with(
                    request.action(), request.subject(), problems.stream().reduce(Detail.NONE, Detail::and));
            throw new RemoteFailure(RemoteSystem.SPECTER, Kind.OUR_FAULT, Why.VIOLATES_LIMITS, ENGLISH.detail(told))
                    .toldAs(told);
        }
        try (Outages.Turn turn = context.outages().enter(door(request), request.subject())) {
            return Exchange.withOneRetry(() -> {
                try (var _ = context.limits().acquire(tenant, setup.maxConcurrent())) {
                    return recorded(request, reading, kept, turn);
                }
            });
        }
    }

    private Door door(SpecterRequest request) {
        return Door.specter(
                tenant,
                switch (request.script()) {
                    case GET_INFO -> Door.Right.READ;
                    case PUT_INFO -> Door.Right.WRITE;
                });
    }

    private SpecterAnswer recorded(
            SpecterRequest request,
            Function<SpecterReply, AnswerBody> reading,
            Function<SpecterAnswer, String> kept,
            Outages.Turn turn) {
        Instant start = context.time().instant();
        int status = 0;
        try {
            SpecterReply reply = exchange(request);
            status = reply.status();
            SpecterAnswer answer = answers.read(request, reply, reading.apply(reply));
            record(request, status, kept.apply(answer), null, start);
            turn.answered();
            return answer;
        } catch (RemoteFailure failure) {
            record(request, status, failure.said(), failure.kind(), start);
            throw turn.failed(failure);
        }
    }

    private void record(SpecterRequest request, int status, String answer, @Nullable Kind failure, Instant start) {
        context.log()
                .record(new CallRecord(
                        RemoteSystem.SPECTER,
                        tenant,
                        null,
                        request.action(),
                        request.subject(),
                        SpecterMask.request(request),
                        status,
                        answer,
                        failure,
                        Duration.between(start, context.time().instant())));
    }

    private SpecterReply exchange(SpecterRequest request) {
        long most = request.wants() == SpecterRequest.Wants.CHANGES ? CHANGES_MAX_BYTES : ANSWER_MAX_BYTES;
        try {
            return SpecterReply.of(exchange.send(httpRequest(request), BodyHandlers.ofByteArray(), most));
        } catch (Exchange.Broken broken) {
            throw answers.lost(request, broken);
        }
    }

    private HttpRequest httpRequest(SpecterRequest request) {
        Map<String, Latin1> query = new LinkedHashMap<>();
        query.put("action", Latin1.line(request.action()));
        query.put("sbmId", Latin1.line(Long.toString(setup.sbmId())));
        if (setup.apiVersion() == 2 && setup.apiUserId() != null) {
            query.put("apiUserId", Latin1.line(setup.apiUserId()));
        }
        query.put("useXML", Latin1.line(Integer.toString(request.script().useXml())));
        if (request.webshopId() != null) {
            query.put("webshopId", Latin1.line(Integer.toString(request.webshopId())));
        }
        String signed = SpecterForm.encode(
                Map.of("key", new Latin1(signature.sign(request.x()))),
                request.form().values());
        String asked = SpecterForm.encode(query, Map.of());
        HttpRequest.Builder http = HttpRequest.newBuilder()
                // Classic ASP knows nothing newer than HTTP/1.1, and an offered upgrade would only confuse it.
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(setup.readTimeout());
        return switch (request.script()) {
            case GET_INFO ->
                http.uri(address(request, asked + "&" + signed)).GET().build();
            case PUT_INFO ->
                http.uri(address(request, asked))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(signed, StandardCharsets.US_ASCII))
                        .build();
        };
    }

    private URI address(SpecterRequest request, String query) {
        String base = setup.baseUrl().toString();
        return URI.create(
                base + (base.endsWith("/") ? "" : "/") + request.script().file() + "?" + query);
    }
}
