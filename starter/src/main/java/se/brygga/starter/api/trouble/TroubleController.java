package se.brygga.starter.api.trouble;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Limit;
import se.brygga.starter.api.ListPage;
import se.brygga.starter.api.Needs;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.audit.AuditDesk;
import se.brygga.starter.desk.audit.AuditDesk.AuditLine;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.TroubleDesk;

/** What is out of order for many at once, and the audit log. */
@RestController
@RequestMapping("/api/v1")
class TroubleController {

    private final TroubleDesk trouble;
    private final AuditDesk audit;

    TroubleController(TroubleDesk trouble, AuditDesk audit) {
        this.trouble = trouble;
        this.audit = audit;
    }

    /** The engine, remote systems, loops and shops that are out of order, and the notices. */
    @Needs(Right.READ)
    @GetMapping("/trouble")
    Trouble trouble(
            Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String shop) {
        return Trouble.together(caller.ofEach(tenant, one -> trouble.of(one, shop)));
    }

    /** The audit log, newest first. */
    @Needs(Right.READ)
    @GetMapping("/audit")
    ListPage<AuditLine> audit(
            Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<AuditLine> found = audit.list(caller.tenants(tenant), ListPage.key(after), Limit.checked(limit) + 1);
        return ListPage.of(found, limit, AuditLine::key);
    }
}
