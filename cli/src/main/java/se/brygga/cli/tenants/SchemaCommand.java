package se.brygga.cli.tenants;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.brygga.setup.keys.SetupSchema;

/** {@code brygga tenant schema}. Needs no starter. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of set-up files: editors complete keys and say what they mean.",
        footer = {"", "Example: brygga tenant schema > tenant.schema.json"})
final class SchemaCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.out.print(SetupSchema.json());
        return 0;
    }
}
