package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.products.ProductGroups.ProductGroup;
import se.brygga.starter.desk.products.ProductGroups.Standing;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;

/** What requests about groups of articles are answered. */
class ProductGroupRoutesTest extends ApiServed {

    private static final ShopRef SHOP = new ShopRef("nordkajak", "butik");
    private static final String GROUPS = "/api/v1/tenants/nordkajak/shops/butik/product-groups";

    @Test
    void listsTheGroupsOfOneStanding() throws Exception {
        assertThat(send(get(GROUPS + "?standing=proposed"), "reads").statusCode())
                .isEqualTo(200);

        verify(PRODUCT_GROUPS).list(SHOP, Standing.PROPOSED, 100);
    }

    @Test
    void aStandingThatIsNoneIsAnsweredWithThoseThatThereAre() throws Exception {
        HttpResponse<String> answer = send(get(GROUPS + "?standing=maybe"), "reads");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("proposed");
        verify(PRODUCT_GROUPS, never()).list(any(), any(), anyInt());
    }

    @Test
    void anOutcomeIsToldForEachGroup() throws Exception {
        when(PRODUCT_GROUPS.accept(eq(SHOP), any(), any(), any()))
                .thenReturn(List.of(
                        new Outcome.Followed<>(
                                "MUGG",
                                new ProductGroup(
                                        "MUGG", "Mugg", Standing.ACCEPTED, List.of("Färg"), List.of(), List.of())),
                        new Outcome.Refused<>("FAT", Reason.GROUP_UNKNOWN.of("FAT", SHOP))));

        HttpResponse<String> answer =
                send(post("/accept", "{\"groups\":[\"MUGG\",\"FAT\"],\"types\":[\"Färg\"],\"by\":\"eva\"}"), "decides");

        assertThat(json(answer).at("/0/outcome").asString()).isEqualTo("followed");
        assertThat(json(answer).at("/0/result/standing").asString()).isEqualTo("accepted");
        assertThat(json(answer).at("/1/outcome").asString()).isEqualTo("refused");
        verify(PRODUCT_GROUPS).accept(eq(SHOP), eq(List.of("MUGG", "FAT")), eq(List.of("Färg")), any(Operator.class));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "/accept, {}",
                "/accept, |{\"groups\":[]}|",
                "/accept, |{\"groups\":[null]}|",
                "/merge, |{\"types\":[\"Färg\"]}|",
                "/split, |{\"articles\":[\"A\"]}|",
                "/split, |{\"group\":\" \"}|"
            })
    void whatARequestLacksIsNamedAndNothingIsAsked(String route, String body) throws Exception {
        HttpResponse<String> answer = send(post(route, body), "decides");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asString()).contains("group");
        desksWereNotAsked();
    }

    @Test
    void aGroupThatThereIsNotIsNotFound() throws Exception {
        when(PRODUCT_GROUPS.split(any(), any(), any(), any()))
                .thenThrow(NotFound.because(Reason.GROUP_UNKNOWN, "FAT", SHOP));

        assertThat(send(post("/split", "{\"group\":\"FAT\",\"by\":\"eva\"}"), "decides")
                        .statusCode())
                .isEqualTo(404);
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static HttpRequest.Builder post(String route, String body) {
        return HttpRequest.newBuilder(URI.create(base + GROUPS + route))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k" + System.nanoTime())
                .POST(BodyPublishers.ofString(body));
    }
}
