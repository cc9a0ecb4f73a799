package se.brygga.starter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The query of a request. A filter that is mistyped, empty or said twice is refused: Spring would leave it out, and the answer would be
 * about more than was asked for.
 */
final class Query {

    private Query() {}

    /** @throws Refusal the query says what the route does not ask for, or leaves a value empty */
    static void check(HandlerMethod route, HttpServletRequest request) {
        List<String> known = parameters(route);
        for (Map.Entry<String, String[]> said : request.getParameterMap().entrySet()) {
            String name = said.getKey();
            if (!known.contains(name)) {
                throw refused("there is no such parameter; there are: " + String.join(", ", known));
            }
            if (said.getValue().length > 1) {
                throw refused("the parameter " + name + " is there twice");
            }
            if (said.getValue()[0].trim().isEmpty()) {
                throw refused("the parameter " + name + " is empty: give it a value, or leave it out");
            }
        }
    }

    /** What the route asks for in its query. */
    static List<String> parameters(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .toList();
    }

    private static Refusal refused(String why) {
        return new Refusal(HttpStatus.BAD_REQUEST, why);
    }
}
