package se.brygga.starter.desk.tenants;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.brygga.activities.onboarding.Onboarding;
import se.brygga.activities.setup.Objection;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.setup.file.SetupFile;
import se.brygga.activities.setup.keys.SetupSchema;

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
        SetupFile.Result read = read(file);
        return of(read, lines(read, Onboarding::warningsUnasked));
    }

    /** The JSON Schema of set-up files, for editors. */
    public static String schema() {
        return SetupSchema.json();
    }

    static SetupFile.Result read(Path file) {
        return SetupFile.read(file, SetupFile.environment());
    }

    /** @param warnings more of them, that the file's reader does not know */
    static SetupCheck of(SetupFile.Result read, List<String> warnings) {
        return new SetupCheck(
                read.mistakes().stream().map(Object::toString).toList(),
                Stream.concat(read.warnings().stream().map(Object::toString), warnings.stream())
                        .toList(),
                read.setups().stream()
                        .map(setup -> new Tenant(setup.tenant(), setup.shops().size()))
                        .toList());
    }

    /** What is said of each of a file's set-ups, with its line in the file. */
    static List<String> lines(SetupFile.Result read, Function<TenantSetup, List<Objection>> said) {
        return IntStream.range(0, read.setups().size())
                .boxed()
                .flatMap(i -> said.apply(read.setups().get(i)).stream()
                        .map(objection -> "line %d, tenant %s: %s"
                                .formatted(
                                        read.lines().get(i).of(objection),
                                        read.setups().get(i).tenant(),
                                        objection)))
                .toList();
    }
}
