package se.brygga.starter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Checks the query of a request. A filter that is mistyped, empty or repeated is refused. Spring would ignore such a
 * filter, and the answer would be about more than was asked for.
 */
final class Query {

    private Query() {}

    /** @throws RequestRefused the query has a parameter that the route does not have, or leaves a value empty */
    static void check(HandlerMethod route, HttpServletRequest request) {
        List<String> known = parameters(route);
        for (Map.Entry<String, String[]> said : request.getParameterMap().entrySet()) {
            String name = said.getKey();
            if (!known.contains(name)) {
                throw Reason.PARAMETER_UNKNOWN.refused(known);
            }
            if (said.getValue().length > 1) {
                throw Reason.PARAMETER_TWICE.refused(name);
            }
            if (said.getValue()[0].trim().isEmpty()) {
                throw Reason.PARAMETER_EMPTY.refused(name);
            }
        }
    }

    /** The query parameters of a route. */
    static List<String> parameters(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .toList();
    }
}
