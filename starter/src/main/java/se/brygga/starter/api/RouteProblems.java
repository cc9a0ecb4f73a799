package se.brygga.starter.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import se.brygga.workflows.refusal.Reason;

/**
 * Answers requests that no controller takes. The answer repeats nothing of the path, because another door's path may
 * hold a secret.
 */
@RestControllerAdvice
class RouteProblems {

    @ExceptionHandler
    ResponseEntity<Problem> noRoute(NoResourceFoundException missing) {
        return Problem.answer(HttpStatus.NOT_FOUND, Reason.NO_PATH.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherMethod(HttpRequestMethodNotSupportedException other) {
        return Problem.answer(HttpStatus.METHOD_NOT_ALLOWED)
                .headers(other.getHeaders())
                .body(Problem.of(HttpStatus.METHOD_NOT_ALLOWED, Reason.METHOD_NOT_TAKEN.of()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherType(HttpMediaTypeNotSupportedException other) {
        return Problem.answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Reason.CONTENT_NO_JSON.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherAnswer(HttpMediaTypeNotAcceptableException other) {
        return Problem.answer(HttpStatus.NOT_ACCEPTABLE, Reason.ANSWER_IS_JSON.of());
    }
}
