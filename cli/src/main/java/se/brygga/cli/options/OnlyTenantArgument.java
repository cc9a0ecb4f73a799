package se.brygga.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** {@code [TENANT]}: a list of one tenant, or of all. */
public final class OnlyTenantArgument {

    @Parameters(paramLabel = "TENANT", index = "0", arity = "0..1", description = "only of this tenant")
    private @Nullable String tenant;

    /** The tenant's key; null for all. */
    public @Nullable String tenant() {
        return tenant;
    }
}
