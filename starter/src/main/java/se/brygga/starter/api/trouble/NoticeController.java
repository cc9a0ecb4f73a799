package se.brygga.starter.api.trouble;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.trouble.NoticeDesk;

/** Closes notices. {@code GET /trouble} lists the open ones. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {

    private final NoticeDesk desk;
    private final Once once;

    NoticeController(NoticeDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** Closes a notice that somebody has taken note of. The notice opens again by itself while its cause lasts. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{id}/close", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> close(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable long id,
            @RequestBody Once.Signature request) {
        Operator operator = request.operator(caller);
        return once.answer(caller, key, List.of("close", id, request), () -> desk.close(id, caller::reaches, operator));
    }
}
