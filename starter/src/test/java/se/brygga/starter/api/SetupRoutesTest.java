package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import se.brygga.starter.desk.tenants.Application;
import se.brygga.starter.desk.tenants.SetupSource;
import se.brygga.starter.desk.tenants.TenantDesk;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.SetupReason;

/** A set-up is replaced by whoever has seen the version in force, and what it holds is told nobody. */
class SetupRoutesTest extends ApiServed {

    private static final String BODY =
            "{\"file\":\"tenant: nordkajak\",\"values\":{\"KEY\":\"hemlig\"},\"by\":\"anna\"}";

    @Test
    void theVersionInForceIsTheTagThatTheNextOneNames() throws Exception {
        HttpResponse<String> seen = send(HttpRequest.newBuilder(uri()), "both");
        String tag = seen.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).isEqualTo("\"5\"");
        assertThat(json(seen).path("file").asString()).isEqualTo("tenant: nordkajak\n");
        assertThat(send(apply(BODY).header("If-Match", tag), "both").statusCode())
                .isEqualTo(200);
        assertThat(send(apply(BODY).header("If-None-Match", "*"), "both").statusCode())
                .isEqualTo(200);

        ArgumentCaptor<TenantDesk.Confirmed> how = ArgumentCaptor.captor();
        ArgumentCaptor<SetupSource> what = ArgumentCaptor.captor();
        verify(TENANTS, times(2)).apply(eq("nordkajak"), what.capture(), how.capture(), any());
        assertThat(how.getAllValues())
                .extracting(TenantDesk.Confirmed::replaces)
                .containsExactly(5, 0);
        assertThat(what.getValue().values()).isEqualTo(Map.of("KEY", "hemlig"));
        assertThat(what.getValue()).asString().doesNotContain("hemlig");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            -     | -   | 428 | say which version this replaces
            5     | -   | 400 | with one version
            W/"5" | -   | 400 | with one version
            *     | -   | 400 | with one version
            "5"   | *   | 400 | or If-None-Match
            -     | "5" | 400 | or If-None-Match
            """)
    void aSetUpThatNamesNoVersionChangesNothing(
            @Nullable String match, @Nullable String noneMatch, int status, String detail) throws Exception {
        HttpRequest.Builder request = apply(BODY);
        if (match != null) {
            request.header("If-Match", match);
        }
        if (noneMatch != null) {
            request.header("If-None-Match", noneMatch);
        }
        HttpResponse<String> answer = send(request, "both");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("detail").asString()).contains(detail);
        verify(TENANTS, never()).apply(anyString(), any(), any(), any());
    }

    @Test
    void aStaleOneAndOneWithMistakesAreToldWhy() throws Exception {
        when(TENANTS.apply(anyString(), any(), any(), any()))
                .thenReturn(
                        new Application.Stale(Reason.SETUP_OF_OTHER_VERSION.of("nordkajak", 6, 5, "bo", Instant.EPOCH)),
                        new Application.Refused(List.of(
                                SetupReason.EMPTY.of().with("line", 3).with("key", "package"),
                                SetupReason.MISSING.of("flow").with("line", 9))));

        HttpResponse<String> stale = send(apply(BODY).header("If-Match", "\"5\""), "both");
        HttpResponse<String> refused = send(apply(BODY).header("If-Match", "\"6\""), "both");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).path("detail").asString())
                .contains("version 6", "version 5", "bo", "1970-01-01T00:00:00Z");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("detail").asString().lines()).hasSize(2);
        assertThat(json(refused).path("parts").path(0).path("code").asString()).isEqualTo("setup-empty");
        assertThat(json(refused)
                        .path("parts")
                        .path(0)
                        .path("parameters")
                        .path("line")
                        .asString())
                .isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"values":{"KEY":"hemlig"}}                                     | 400
            {"file":"apiUserKey: hemlig","values":"hemlig"}                 | 400
            {"file":"apiUserKey: hemlig","secret":"hemlig"}                 | 400
            {"file":"apiUserKey: hemlig                                     | 400
            {"file":"apiUserKey: hemlig","ordersSince":"hemlig"}            | 400
            """)
    void aBodyThatIsNoneIsRefusedAndQuotedNowhere(String body, int status) throws Exception {
        for (String path : List.of("", "/check")) {
            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(URI.create(uri() + path))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "k")
                            .header("If-Match", "\"5\"")
                            .method(path.isEmpty() ? "PUT" : "POST", BodyPublishers.ofString(body)),
                    "both");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body()).doesNotContain("hemlig");
        }
    }

    @Test
    void aFileIsTakenUpToAQuarterOfAMegabyte() throws Exception {
        String right = BODY.replace("tenant: nordkajak", "#".repeat(200 * 1024));
        String large = BODY.replace("tenant: nordkajak", "#".repeat(300 * 1024));

        assertThat(send(apply(right).header("If-Match", "\"5\""), "both").statusCode())
                .isEqualTo(200);
        assertThat(send(apply(large).header("If-Match", "\"5\""), "both").statusCode())
                .isEqualTo(413);
    }

    @Test
    void theKeysAreShownToThoseOnlyWhoReachEverything() throws Exception {
        HttpRequest.Builder keys = HttpRequest.newBuilder(URI.create(base + "/api/v1/keys"));

        assertThat(send(keys.copy(), "both").statusCode()).isEqualTo(403);
        assertThat(send(keys.copy(), "all").statusCode()).isEqualTo(200);
    }

    private static URI uri() {
        return URI.create(base + "/api/v1/tenants/nordkajak/setup");
    }

    private static HttpRequest.Builder apply(String body) {
        return HttpRequest.newBuilder(uri())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .PUT(BodyPublishers.ofString(body));
    }
}
