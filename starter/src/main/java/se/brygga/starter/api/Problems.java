package se.brygga.starter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
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
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;
import tools.jackson.core.JacksonException;

/** The table from each failure of the API to its answer. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Duration DATABASE_BACK_AFTER = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<Problem> refused(HttpRefusal refused) {
        ResponseEntity.BodyBuilder answer = Problem.answer(refused.status());
        if (refused.status() == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refused.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds(refused.retryAfter()));
        }
        return answer.body(Problem.of(refused.status(), refused.refusal()));
    }

    /** The desk's own refusal may list what exists. A caller who reaches only some tenants must not see that list. */
    @ExceptionHandler
    ResponseEntity<Problem> notFound(NotFound missing, HttpServletRequest request) {
        boolean everything = request.getAttribute(Gate.CALLER) instanceof Caller caller && caller.reachesAll();
        return Problem.answer(HttpStatus.NOT_FOUND, everything ? missing.refusal() : Reason.NOT_REACHED.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrong(RequestRefused wrong) {
        return wrong(wrong.refusal());
    }

    /** A value that was used unchecked. The exception's message is not for people. */
    @ExceptionHandler
    ResponseEntity<Problem> wrong(IllegalArgumentException wrong) {
        LOG.warn("a request of the API had a value that is not allowed: {}", where(wrong));
        return wrong(Reason.VALUE_NOT_ALLOWED.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException wrong) {
        return wrong(
                innermost(wrong) instanceof RequestRefused refused
                        ? refused.refusal()
                        : Reason.PARAMETER_NOT_READABLE.of(wrong.getName()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        return wrong(Reason.PARAMETER_MISSING.of(missing.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException missing) {
        return wrong(Reason.HEADER_MISSING.of(missing.getHeaderName()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(InvalidParameterException unreadable) {
        return wrong(Reason.QUERY_NOT_READABLE.of());
    }

    /** Says where the body is wrong, and repeats nothing of the body. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        return wrong(Reason.BODY_NOT_READABLE.of(
                unreadable.getCause() instanceof JacksonException json ? path(json) : null));
    }

    /** A value that no column takes, for example a text with a zero character. */
    @ExceptionHandler
    ResponseEntity<Problem> noValue(DataIntegrityViolationException wrong) {
        LOG.warn(
                "a request of the API had a value that the database refuses: {}",
                wrong.getClass().getSimpleName());
        return wrong(Reason.VALUE_NOT_KEPT.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> noBooks(DataAccessException failure) {
        LOG.warn(
                "a request of the API found no database: {}", failure.getClass().getSimpleName());
        return Problem.answer(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, seconds(DATABASE_BACK_AFTER))
                .body(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, Reason.DATABASE_AWAY.of()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(RuntimeException failure) {
        LOG.error("a request of the API failed", failure);
        return Problem.answer(HttpStatus.INTERNAL_SERVER_ERROR, Reason.STARTER_FAILED.of());
    }

    /** The class and the frames only, because the message may quote what somebody typed. */
    private static String where(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining("", failure.getClass().getName(), ""));
    }

    private static ResponseEntity<Problem> wrong(Refusal why) {
        return Problem.answer(HttpStatus.BAD_REQUEST, why);
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

    /** The wait in whole seconds, at least one: a caller that reads 0 asks again at once. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
