package se.brygga.starter.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What requests are answered that no controller takes. Repeats nothing of the path: another door's path may hold a secret. */
@RestControllerAdvice
class RouteProblems {

    @ExceptionHandler
    ResponseEntity<Problem> noRoute(NoResourceFoundException missing) {
        return Problem.answer(HttpStatus.NOT_FOUND)
                .body(Problem.of(HttpStatus.NOT_FOUND, "there is no such path; GET /api/v1/openapi lists all"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherMethod(HttpRequestMethodNotSupportedException other) {
        return Problem.answer(HttpStatus.METHOD_NOT_ALLOWED)
                .headers(other.getHeaders())
                .body(Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "the path takes another method: see the header Allow"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherType(HttpMediaTypeNotSupportedException other) {
        return Problem.answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .body(Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "send JSON, with the header Content-Type: application/json"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherAnswer(HttpMediaTypeNotAcceptableException other) {
        return Problem.answer(HttpStatus.NOT_ACCEPTABLE)
                .body(Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "the answer is JSON only: send the header Accept: application/json"));
    }
}
