package se.brygga.starter.desk.tenants;

import java.util.Map;
import java.util.Optional;
import se.brygga.setup.file.SetupFile;

/**
 * A set-up file as somebody sends it. Holds secrets, so it belongs in no log and no message.
 *
 * @param file one YAML document per tenant
 * @param values values of the file's <code>${NAME}</code>. The starter looks nothing up: a file from elsewhere must not
 *     reach what this machine knows
 */
public record SetupSource(String file, Map<String, String> values) {

    SetupFile.Result read() {
        return SetupFile.read(file, name -> Optional.ofNullable(values.get(name)));
    }

    @Override
    public String toString() {
        return "a set-up file";
    }
}
