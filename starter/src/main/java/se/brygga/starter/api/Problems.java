package se.brygga.starter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.access.Caller;
import tools.jackson.core.JacksonException;

/** What each failure of the API is answered. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Duration DATABASE_BACK_AFTER = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal) {
        ResponseEntity.BodyBuilder answer = Problem.answer(refusal.status());
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds(refusal.retryAfter()));
        }
        return answer.body(Problem.of(refusal.status(), String.valueOf(refusal.getMessage())));
    }

    /** The desk's own text lists what there is, which is not for a caller who reaches some tenants only. */
    @ExceptionHandler
    ResponseEntity<Problem> notFound(NotFound missing, HttpServletRequest request) {
        boolean everything = request.getAttribute(Gate.CALLER) instanceof Caller caller && caller.reachesAll();
        return answer(
                HttpStatus.NOT_FOUND,
                everything ? missing.getMessage() : "there is no such tenant, shop or order that this token reaches");
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrong(IllegalArgumentException wrong) {
        return answer(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException wrong) {
        return answer(
                HttpStatus.BAD_REQUEST,
                wrong.getName() + ": " + innermost(wrong).getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        return answer(HttpStatus.BAD_REQUEST, "the parameter " + missing.getParameterName() + " is missing");
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException missing) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "the header " + missing.getHeaderName()
                        + " is missing: a text of your own, another one for each decision");
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(InvalidParameterException unreadable) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "the query cannot be read: give each parameter a name, and encode values in UTF-8 with %");
    }

    /** Says where the body is wrong, and repeats nothing of it. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        String where = unreadable.getCause() instanceof JacksonException json
                        && !json.getPath().isEmpty()
                ? " at " + path(json)
                : "";
        return answer(
                HttpStatus.BAD_REQUEST,
                "the body is no JSON of this request" + where + "; GET /api/v1/openapi says what it may hold");
    }

    /** A value that no column takes, for example a text with a zero character. */
    @ExceptionHandler
    ResponseEntity<Problem> noValue(DataIntegrityViolationException wrong) {
        LOG.warn(
                "a request of the API had a value that the database refuses: {}",
                wrong.getClass().getSimpleName());
        return answer(HttpStatus.BAD_REQUEST, "the request has a character or a number that cannot be kept");
    }

    @ExceptionHandler
    ResponseEntity<Problem> noBooks(DataAccessException failure) {
        LOG.warn(
                "a request of the API found no database: {}", failure.getClass().getSimpleName());
        return Problem.answer(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, seconds(DATABASE_BACK_AFTER))
                .body(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "the database does not answer; the starter's health says why. Nothing was changed"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(RuntimeException failure) {
        LOG.error("a request of the API failed", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "the starter failed; its log says how");
    }

    private static ResponseEntity<Problem> answer(HttpStatus status, @Nullable String detail) {
        return Problem.answer(status).body(Problem.of(status, String.valueOf(detail)));
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        json.getPath()
                .forEach(step -> path.append(
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "/" + step.getPropertyName()));
        return path.toString();
    }

    private static Throwable innermost(Throwable failure) {
        return failure.getCause() == null ? failure : innermost(failure.getCause());
    }

    /** At least one: a caller that reads 0 asks again at once. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
