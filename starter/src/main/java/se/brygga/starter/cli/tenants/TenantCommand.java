package se.brygga.starter.cli.tenants;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga tenant …}. */
@Command(
        name = "tenant",
        description =
                "A tenant's set-up file: check it, take it into force, get it back; new secrets; suspend, resume and remove.",
        subcommands = {
            HelpCommand.class,
            SetupCommands.Check.class,
            SetupCommands.PrintSchema.class,
            SetupCommands.Apply.class,
            SetupCommands.Export.class,
            SetupCommands.RotateSecrets.class,
            TenantListCommand.class,
            StandingCommands.Suspend.class,
            StandingCommands.Resume.class,
            StandingCommands.Remove.class
        })
public final class TenantCommand {}
