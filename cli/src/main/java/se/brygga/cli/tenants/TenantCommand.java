package se.brygga.cli.tenants;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga tenant …}. */
@Command(
        name = "tenant",
        description =
                "A tenant's set-up file: check it, take it into force, get it back; new secrets; suspend, resume and remove.",
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
        footer = {
            "",
            "Examples: brygga tenant check nordkajak.yaml",
            "          brygga tenant apply nordkajak.yaml",
            "          brygga tenant suspend nordkajak/kajak-no --reason 'moves house'"
        })
public final class TenantCommand {}
