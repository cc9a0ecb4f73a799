package se.brygga.starter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga tenant …}. */
@Command(
        name = "tenant",
        description =
                "A tenant's set-up file: check it, take it into force, get it back; new secrets; suspend, resume and remove.",
        subcommands = {
            HelpCommand.class,
            TenantCommands.Check.class,
            TenantCommands.Apply.class,
            TenantCommands.Export.class,
            TenantCommands.RotateSecrets.class,
            TenantListCommand.class,
            TenantStandingCommands.Suspend.class,
            TenantStandingCommands.Resume.class,
            TenantStandingCommands.Remove.class
        })
final class TenantCommand {}
