package se.brygga.starter.doors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers where no controller does: with a status and its name. A path may hold a secret, and a message may quote the
 * request, so neither is repeated.
 */
@RestController
class ServersAnswer implements ErrorController {

    /**
     * A request from outside for this path finds nothing. Only the server itself sends requests here, with a status.
     */
    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
        HttpStatus status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(Integer.class::cast)
                .map(HttpStatus::resolve)
                .orElse(HttpStatus.NOT_FOUND);
        return ResponseEntity.of(ProblemDetail.forStatus(status)).build();
    }
}
