package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.brygga.starter.desk.access.Right;

/** Every route of the API, with each right and with a foreign tenant. */
class ApiRoutesTest extends ApiServed {

    private record Route(String method, String path, Right right, List<String> parameters) {

        /** With each place filled in, and a body that names the tenant. */
        HttpRequest.Builder request(String tenant) {
            String filled = path.replace("{tenant}", tenant)
                    .replace("{shop}", "butik")
                    .replace("{job}", tenant)
                    .replace("{feed}", "stock")
                    .replace("{order}", "run")
                    .replace("{answer}", "same")
                    .replaceAll("\\{(number|version|id)}", "7");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + filled + query(tenant)));
            return method.equals("GET")
                    ? request.GET()
                    : request.header("Content-Type", "application/json")
                            .header("Idempotency-Key", "k")
                            .header("If-Match", "\"1\"")
                            .method(method, BodyPublishers.ofString(body(tenant)));
        }

        /** What the route asks for, as far as it fits every route. */
        private String query(String tenant) {
            Map<String, String> values = Map.of(
                    "tenant", tenant,
                    "cause", "no-rows",
                    "decision", "retry",
                    "sku", "KAJ-001",
                    "asked", "2026-11-30T10:00:00Z");
            return parameters.stream()
                    .filter(values::containsKey)
                    .map(name -> name + "=" + values.get(name))
                    .collect(Collectors.joining("&", "?", ""));
        }

        /** What a route needs that needs more than who decides and why. */
        private String body(String tenant) {
            if (path.equals("/api/v1/jobs/decisions")) {
                return "{\"decision\":\"retry\",\"cause\":\"no-rows\",\"preview\":\"1-x\",\"tenant\":\"" + tenant
                        + "\"}";
            }
            if (path.contains("/product-groups/")) {
                return path.endsWith("split") ? "{\"group\":\"MUGG\"}" : "{\"groups\":[\"MUGG\",\"FAT\"]}";
            }
            return switch (path.replaceFirst(".*/", "")) {
                case "decisions" -> "{\"decision\":\"retry\",\"orders\":[\"" + tenant + "/butik/7\"]}";
                case "sums" -> "{\"tenant\":\"" + tenant + "\"}";
                case "search" -> "{\"text\":\"x\",\"tenant\":\"" + tenant + "\"}";
                case "state" -> "{\"state\":\"suspended\",\"reason\":\"x\"}";
                case "setup", "check" -> "{\"file\":\"tenant: a\"}";
                case "tokens" -> "{\"name\":\"anna\",\"scopes\":[\"read\"],\"tenants\":[\"" + tenant + "\"]}";
                case "interval" -> "{\"interval\":\"PT5M\"}";
                case "accept" -> "{\"article\":\"KAJ-001\"}";
                case "file", "preview" -> "{\"file\":\"QTtT\"}";
                case "waiting" ->
                    "{\"verdict\":\"approved\",\"prices\":[{\"shop\":\"" + tenant
                            + "/butik\",\"listId\":1,\"sku\":\"KAJ-001\",\"fromQty\":1,\"after\":{\"price\":80},"
                            + "\"reason\":\"to-zero\",\"since\":\"2026-11-30T10:00:00Z\"}]}";
                default -> "{\"reason\":\"x\"}";
            };
        }

        /** Whether a token of another tenant is refused as such; the others answer of what their caller reaches. */
        boolean namesATenant() {
            return !Set.of(
                                    "/api/v1/orders/{number}",
                                    "/api/v1/tenants",
                                    "/api/v1/products/register",
                                    "/api/v1/setup-schema",
                                    "/api/v1/keys",
                                    "/api/v1/notices/{id}/close")
                            .contains(path)
                    && !path.equals("/api/v1/tokens/{id}/revoke")
                    && !(path.equals("/api/v1/tokens") && method.equals("GET"));
        }
    }

    private static List<Route> routes() {
        List<Route> all = new ArrayList<>();
        app.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith(Gate.class.getPackageName())) {
                        Needs needs = Objects.requireNonNull(handler.getMethodAnnotation(Needs.class));
                        mapping.getPatternValues()
                                .forEach(path -> all.add(
                                        new Route(method(mapping), path, needs.value(), Query.parameters(handler))));
                    }
                });
        assertThat(all).hasSizeGreaterThan(25);
        return all;
    }

    private static String method(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().iterator().next().name();
    }

    @Test
    void noRouteAnswersWithoutAToken() throws Exception {
        for (Route route : routes()) {
            assertThat(send(route.request("nordkajak")).statusCode())
                    .as("%s", route)
                    .isEqualTo(401);
            HttpResponse<String> unknown = send(route.request("nordkajak").header("Authorization", "Bearer guess"));
            assertThat(unknown.statusCode()).as("%s", route).isEqualTo(401);
            assertThat(unknown.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        desksWereNotAsked();
    }

    @Test
    void everyRouteNeedsItsRightAndNoOther() throws Exception {
        for (Route route : routes()) {
            for (Right right : Right.values()) {
                token("of every tenant", Set.of(right), Set.of());
                assertThat(send(route.request("nordkajak"), "of every tenant").statusCode())
                        .as("%s with %s", route, right)
                        .satisfies(status ->
                                assertThat(status == 200 || status == 202).isEqualTo(right == route.right()))
                        .isIn(200, 202, 403);
            }
        }
    }

    @Test
    void noRouteTellsOfAForeignTenantOrChangesItsOrders() throws Exception {
        for (Route route : routes()) {
            if (!route.namesATenant()) {
                continue;
            }
            HttpResponse<String> answer = send(route.request("tehuset"), "both");
            assertThat(answer.statusCode()).as("%s", route).isEqualTo(404);
            assertThat(json(answer).path("detail").asString())
                    .isEqualTo("there is no such tenant, shop or order that this token reaches");
        }
        desksWereNotAsked();
        verify(JOBS, never()).stop(any(), any());
    }
}
