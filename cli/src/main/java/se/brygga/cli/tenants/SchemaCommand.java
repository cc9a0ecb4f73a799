package se.brygga.cli.tenants;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.brygga.setup.keys.SetupSchema;

/** {@code brygga tenant schema}. Needs no starter. */
@Command(
        name = "schema",
        description = "${bundle:help.schema}",
        footer = {"", "${bundle:help.schema.examples}"})
final class SchemaCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.out.print(SetupSchema.json());
        return 0;
    }
}
