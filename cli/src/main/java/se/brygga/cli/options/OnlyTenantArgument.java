package se.brygga.cli.options;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** {@code [TENANT]}: a list of one tenant, or of all. */
public final class OnlyTenantArgument {

    @Parameters(paramLabel = "TENANT", index = "0", arity = "0..1", description = "${bundle:help.only-tenant.TENANT}")
    private @Nullable String tenant;

    /** The question that names the tenant, or none; what else it asks can be added. */
    public Map<String, @Nullable Object> query() {
        Map<String, @Nullable Object> query = new HashMap<>();
        query.put("tenant", tenant);
        return query;
    }
}
