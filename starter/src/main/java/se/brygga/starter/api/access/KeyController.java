package se.brygga.starter.api.access;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.HttpRefusal;
import se.brygga.starter.api.Needs;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.keys.KeyDesk;
import se.brygga.starter.desk.keys.KeyDesk.KeyUse;
import se.brygga.workflows.refusal.Reason;

/** The keys of the database by their names. The keys themselves never leave the machines that have them. */
@RestController
@RequestMapping("/api/v1")
class KeyController {

    private final KeyDesk desk;

    KeyController(KeyDesk desk) {
        this.desk = desk;
    }

    /** Which key has encrypted how many rows, for all tenants together. */
    @Needs(Right.ADMIN)
    @GetMapping("/keys")
    List<KeyUse> keys(Caller caller) {
        if (!caller.reachesAll()) {
            throw new HttpRefusal(HttpStatus.FORBIDDEN, Reason.KEYS_OF_ALL_TENANTS.of());
        }
        return desk.status();
    }
}
