package se.brygga.starter.api.tenants;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Needs;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.tenants.TenantDesk;

/** What a set-up file may hold. */
@RestController
@RequestMapping("/api/v1")
class SchemaController {

    /** The JSON Schema of set-up files, for editors. */
    @Needs(Right.READ)
    @GetMapping(path = "/setup-schema", produces = MediaType.APPLICATION_JSON_VALUE)
    String schema() {
        return TenantDesk.schema();
    }
}
