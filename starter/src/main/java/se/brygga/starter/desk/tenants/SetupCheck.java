package se.brygga.starter.desk.tenants;

import java.nio.file.Path;
import java.util.List;
import se.brygga.activities.setup.file.SetupFile;

/**
 * What a set-up file says, without a look at the books.
 *
 * @param mistakes all at once, with line and remedy; then there are no tenants
 * @param warnings what looks wrong and may be right
 */
public record SetupCheck(List<String> mistakes, List<String> warnings, List<Tenant> tenants) {

    /** A tenant of the file. */
    public record Tenant(String tenant, int shops) {}

    /** Reads a file of this machine. Needs neither the database nor the key, and calls nobody. */
    public static SetupCheck of(Path file) {
        return of(read(file));
    }

    static SetupFile.Result read(Path file) {
        return SetupFile.read(file, SetupFile.environment());
    }

    static SetupCheck of(SetupFile.Result read) {
        return new SetupCheck(
                read.mistakes().stream().map(Object::toString).toList(),
                read.warnings().stream().map(Object::toString).toList(),
                read.setups().stream()
                        .map(setup -> new Tenant(setup.tenant(), setup.shops().size()))
                        .toList());
    }
}
