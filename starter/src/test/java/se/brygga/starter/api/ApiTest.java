package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.access.OnceDesk;
import se.brygga.starter.desk.audit.AuditDesk.AuditLine;
import se.brygga.starter.desk.callbacks.CallbackDesk;
import se.brygga.starter.desk.jobs.JobDesk.Job;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.starter.desk.orders.OrderDesk.OrderList;
import se.brygga.starter.desk.orders.OrderDesk.WaitingCause;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.Reason;
import tools.jackson.databind.JsonNode;

/** What requests of the API are answered. */
class ApiTest extends ApiServed {

    @Test
    void whatThereIsInsteadIsToldToThoseOnlyWhoReachEverything() throws Exception {
        when(ORDERS.list(any())).thenThrow(NotFound.because(Reason.NO_SHOP, "kajak", "tehuset/te"));

        assertThat(send(get("/api/v1/orders?shop=x"), "all").body()).contains("tehuset/te");
        assertThat(send(get("/api/v1/orders?shop=x"), "both").body()).doesNotContain("tehuset");
    }

    @Test
    void aTokenOfSeveralTenantsNamesOneWhereItMust() throws Exception {
        String preview = "/api/v1/jobs/decisions/preview?decision=retry&cause=no-rows";
        HttpResponse<String> answer = send(get(preview), "two");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("nordkajak, tehuset");
        assertThat(send(get(preview + "&tenant=tehuset"), "two").statusCode()).isEqualTo(200);
    }

    @Test
    void ordersOfAllItsTenantsAreOneListForAToken() throws Exception {
        assertThat(send(get("/api/v1/orders"), "two").statusCode()).isEqualTo(200);
        assertThat(send(get("/api/v1/orders?tenant=tehuset"), "two").statusCode())
                .isEqualTo(200);
        assertThat(send(get("/api/v1/orders?tenant=bageriet"), "two").statusCode())
                .isEqualTo(404);
        assertThat(send(get("/api/v1/orders"), "all").statusCode()).isEqualTo(200);

        for (Set<String> tenants : List.of(Set.of("nordkajak", "tehuset"), Set.of("tehuset"), Set.<String>of())) {
            verify(ORDERS).list(new OrderDesk.Filter(tenants, null, null, null, null, 100));
        }
    }

    @Test
    void theNextPageIsAskedForWithTheCursorOfTheOneBefore() throws Exception {
        String key = "2026-11-24T10:00:00Z nordkajak/kajak-se/7 0";
        when(ORDERS.list(any())).thenReturn(new OrderList(List.of(), 2, key, NO_TROUBLE));
        String next =
                json(send(get("/api/v1/orders?limit=1"), "all")).path("next").asString();

        send(get("/api/v1/orders?limit=1&after=" + next), "all");

        assertThat(next).doesNotContain("nordkajak");
        verify(ORDERS).list(new OrderDesk.Filter(Set.of(), null, null, null, key, 1));
    }

    @Test
    void aTokenOfSeveralTenantsListsAllOfItsOwnAtOnceAndNoOthers() throws Exception {
        Instant early = Instant.parse("2026-11-24T10:00:00Z");
        when(ORDERS.causes("nordkajak")).thenReturn(List.of(new WaitingCause(Cause.NO_ROWS, 2, early)));
        when(ORDERS.causes("tehuset"))
                .thenReturn(List.of(
                        new WaitingCause(Cause.TOTALS_DIFFER, 4, early),
                        new WaitingCause(Cause.NO_ROWS, 3, early.minusSeconds(9))));
        when(TROUBLE.of(any(), any())).thenReturn(NO_TROUBLE);

        JsonNode causes = json(send(get("/api/v1/causes"), "two"));
        assertThat(causes.findValuesAsString("cause")).containsExactly("no-rows", "totals-differ");
        assertThat(causes.path(0).path("waiting").asInt()).isEqualTo(5);
        assertThat(causes.path(0).path("since").asString()).isEqualTo("2026-11-24T09:59:51Z");
        assertThat(send(get("/api/v1/trouble"), "two").statusCode()).isEqualTo(200);
        assertThat(send(get("/api/v1/feeds"), "two").statusCode()).isEqualTo(200);
        assertThat(send(get("/api/v1/prices/waiting"), "two").statusCode()).isEqualTo(200);
        verify(FEEDS).list("tehuset");
        verify(PRICES).waiting("tehuset", null);
        verify(TROUBLE).of("nordkajak", null);
        verify(TROUBLE).of("tehuset", null);
        verify(ORDERS, never()).causes(isNull());
    }

    @Test
    void deedsJobsAndCallbacksOfSeveralTenantsAreOneListEachPageByPage() throws Exception {
        Set<String> both = Set.of("nordkajak", "tehuset");
        AuditLine deed =
                new AuditLine("d1", Instant.parse("2026-11-24T10:00:00Z"), "nordkajak", "anna", "skip", "order", null);
        when(AUDIT.list(any(), any(), anyInt())).thenReturn(List.of(deed, deed));

        JsonNode page = json(send(get("/api/v1/audit?limit=1"), "two"));
        send(get("/api/v1/audit?limit=1&after=" + page.path("next").asString()), "two");
        send(get("/api/v1/audit?tenant=tehuset&limit=1"), "two");
        send(get("/api/v1/jobs?limit=1"), "two");
        send(get("/api/v1/callbacks?limit=1"), "two");

        assertThat(page.path("items")).hasSize(1);
        verify(AUDIT).list(both, null, 2);
        verify(AUDIT).list(both, deed.key(), 2);
        verify(AUDIT).list(Set.of("tehuset"), null, 2);
        verify(JOBS).list(both, null, 2);
        verify(CALLBACKS).list(new CallbackDesk.Filter(both, null, null, 0, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/v1/orders?state=asleep   | 400 | no such state
                    /api/v1/orders?cause=hunger   | 400 | hunger
                    /api/v1/orders?limit=0        | 400 | limit is 1 to 1000
                    /api/v1/orders?limit=many     | 400 | limit
                    /api/v1/orders/a/b/0          | 400 | order's number is above 0
                    /api/v1/orders/A!/b/1         | 400 | is no name of a tenant
                    /api/v1/jobs/decisions/preview | 400 | decision is missing
                    /api/v1/jobs?after=%20        | 400 | after is empty
                    /api/v1/callbacks?after=eA    | 400 | after is no cursor
                    /api/v1/callbacks?state=x     | 400 | no such state
                    /api/v1/nothing               | 404 | no such path
                    /api/v1/orders?casue=hunger   | 400 | no such parameter; there are: tenant, shop, state
                    /api/v1/orders?cause=         | 400 | cause is empty
                    /api/v1/orders?state=%00%20   | 400 | state is empty
                    /api/v1/orders?state=waiting&state=skipped | 400 | state is there twice
                    /api/v1/causes?=x             | 400 | query cannot be read
                    /api/v1/causes?tenant=%C2     | 400 | query cannot be read
                    """)
    void aWrongRequestIsToldWhatIsWrong(String path, int status, String detail) throws Exception {
        HttpResponse<String> answer = send(get(path), "all");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("detail").asString()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"decision":"retry"}                                          | 400 | orders is missing
                    {"orders":["nordkajak/butik/7"]}                              | 400 | decision is missing
                    {"decision":"eat","orders":["nordkajak/butik/7"]}             | 400 | /decision
                    {"decision":"retry","orders":["seven"]}                       | 400 | /orders[0]
                    {"decision":"retry","order":"nordkajak/butik/7"}              | 400 | /order
                    {"decision":                                                  | 400 | no JSON
                    """)
    void aWrongDecisionChangesNothing(String body, int status, String detail) throws Exception {
        HttpResponse<String> answer = send(decision(body).header("Idempotency-Key", "k"), "all");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(detail);
        verifyNoInteractions(DECISIONS, ONCE);
    }

    @Test
    void aDecisionNeedsAKeyOfItsOwn() throws Exception {
        String body = "{\"decision\":\"retry\",\"orders\":[\"nordkajak/butik/7\"]}";
        assertThat(send(decision(body), "all").body()).contains("Idempotency-Key is missing");

        doReturn(new OnceDesk.Answer.OfAnother()).when(ONCE).once(any(), anyString(), anyString(), any());
        assertThat(send(decision(body).header("Idempotency-Key", "k"), "all").statusCode())
                .isEqualTo(422);
        doReturn(new OnceDesk.Answer.UnderWay()).when(ONCE).once(any(), anyString(), anyString(), any());
        HttpResponse<String> underWay = send(decision(body).header("Idempotency-Key", "k"), "all");
        assertThat(underWay.statusCode()).isEqualTo(409);
        assertThat(underWay.headers().firstValue("Retry-After")).hasValue("5");
        verifyNoInteractions(DECISIONS);
    }

    @Test
    void aJobIsBegunOnceAndSaysWhereItIs() throws Exception {
        HttpRequest.Builder decision = get("/api/v1/jobs/decisions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString("{\"decision\":\"retry\",\"cause\":\"no-rows\",\"preview\":\"39-x\"}"));

        HttpResponse<String> answer = send(decision, "all");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/jobs/17");
        assertThat(json(answer).path("job").asString()).isEqualTo("17");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"decision":"retry","cause":"no-rows"}                    | GET /api/v1/jobs/decisions/preview
                    {"cause":"no-rows","preview":"1-x"}                       | decision is missing
                    {"decision":"retry","preview":"1-x"}                      | cause is missing
                    {"decision":"retry","cause":"hunger","preview":"1-x"}     | /cause
                    """)
    void aWrongDecisionAboutManyBeginsNothing(String body, String detail) throws Exception {
        HttpResponse<String> answer = send(
                get("/api/v1/jobs/decisions")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString(body)),
                "all");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(detail);
        verifyNoInteractions(BULK, ONCE);
    }

    @Test
    void aJobOfAllTenantsIsForThoseWhoReachAll() throws Exception {
        when(JOBS.find("17"))
                .thenReturn(new Job(
                        "17",
                        Job.Kind.DECISION,
                        "retry no-rows",
                        null,
                        "anna",
                        null,
                        Job.State.ENDED,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        0,
                        0,
                        null));

        assertThat(send(get("/api/v1/jobs/17"), "both").statusCode()).isEqualTo(404);
        assertThat(send(get("/api/v1/jobs/17/orders"), "both").statusCode()).isEqualTo(404);
        assertThat(send(get("/api/v1/jobs/17"), "all").statusCode()).isEqualTo(200);
    }

    @Test
    void tooManyRequestsOfOneTokenAreToldToWaitAndAnothersAreNot() throws Exception {
        HttpResponse<String> last = send(get("/api/v1/causes"), "reads");
        for (int sent = 1; last.statusCode() == 200 && sent < 10_000; sent++) {
            last = send(get("/api/v1/causes"), "reads");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(send(get("/api/v1/causes"), "both").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws Exception {
        assertThat(send(decision(" ".repeat(70_000)).header("Idempotency-Key", "k"), "all")
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(get("/api/v1/orders").method("PUT", BodyPublishers.noBody()), "all")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void aDatabaseThatIsAwayIsAnsweredWithWhenToAskAgain() throws Exception {
        when(ORDERS.causes(any())).thenThrow(new DataAccessResourceFailureException("10.0.0.7 refused anna"));

        HttpResponse<String> answer = send(get("/api/v1/causes"), "all");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("anna");
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static HttpRequest.Builder decision(String body) {
        return get("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
