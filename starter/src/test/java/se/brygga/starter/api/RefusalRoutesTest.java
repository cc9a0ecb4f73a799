package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RefusalCode;
import tools.jackson.databind.JsonNode;

/** What a refusal tells to people, in their language, and to programs. */
class RefusalRoutesTest extends ApiServed {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sv            | sv | Parametern finns inte
                    en            | en | there is no such parameter
                    en-GB,sv;q=.5 | en | there is no such parameter
                    de            | sv | Parametern
                    """)
    void aRefusalIsInTheLanguageThatTheRequestAsksFor(String asked, String language, String detail) throws Exception {
        HttpResponse<String> answer = http.send(
                get("/api/v1/orders?casue=hunger")
                        .header("Authorization", "Bearer all")
                        .header("Accept-Language", asked)
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
        assertThat(json(answer).path("code").asString()).isEqualTo("parameter-unknown");
        assertThat(json(answer).path("detail").asString()).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders?state=asleep",
                "/api/v1/orders?cause=hunger",
                "/api/v1/orders?limit=0",
                "/api/v1/orders?limit=many",
                "/api/v1/orders/A!/b/1",
                "/api/v1/jobs/decisions/preview",
                "/api/v1/causes?tenant=%C2",
                "/api/v1/nothing"
            })
    void theDetailIsTheTextOfTheCodeWithItsParameters(String path) throws Exception {
        JsonNode problem = json(send(get(path), "all"));

        Map<String, String> parameters = new LinkedHashMap<>();
        problem.path("parameters")
                .propertyStream()
                .forEach(one -> parameters.put(one.getKey(), one.getValue().asString()));
        Refusal refusal =
                new Refusal(RefusalCode.ofCode(problem.path("code").asString()).orElseThrow(), parameters, List.of());
        assertThat(refusal.parameters()).isEqualTo(parameters);
        assertThat(problem.path("detail").asString()).isEqualTo(refusal.toString());
        assertThat(problem.path("parts").isMissingNode()).isTrue();
    }

    @Test
    void whoSendsNoTokenIsToldSoInTheirLanguageToo() throws Exception {
        assertThat(json(http.send(get("/api/v1/orders").build(), BodyHandlers.ofString()))
                        .path("detail")
                        .asString())
                .startsWith("Tala om vem du är");
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }
}
