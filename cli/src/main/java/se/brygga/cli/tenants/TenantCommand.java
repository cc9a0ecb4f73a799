package se.brygga.cli.tenants;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga tenant …}. */
@Command(
        name = "tenant",
        description = "${bundle:help.tenant}",
        subcommands = {
            HelpCommand.class,
            CheckCommand.class,
            SchemaCommand.class,
            ApplyCommand.class,
            KeptCommands.Export.class,
            KeptCommands.Versions.class,
            StateCommands.Listing.class,
            StateCommands.Show.class,
            ChangeCommands.Suspend.class,
            ChangeCommands.Resume.class,
            ChangeCommands.Remove.class,
            ChangeCommands.RotateSecrets.class
        },
        footer = {"", "${bundle:help.tenant.examples}"})
public final class TenantCommand {}
