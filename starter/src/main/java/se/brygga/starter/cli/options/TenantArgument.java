package se.brygga.starter.cli.options;

import picocli.CommandLine.Parameters;

/** {@code TENANT}: the first thing after a command that is about one tenant. */
public final class TenantArgument {

    @Parameters(paramLabel = "TENANT", index = "0", description = "key of the tenant")
    private String tenant = "";

    /** The tenant's key, as it was typed. */
    public String tenant() {
        return tenant;
    }
}
