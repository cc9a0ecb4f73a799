package se.brygga.setup.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A set-up file of this machine, with the values of its <code>${NAME}</code>. Holds secrets.
 *
 * @param text the file's text; empty where the file cannot be read
 * @param values by name
 */
public record LocalSetup(String text, Map<String, String> values, SetupCheck check) {

    /** Reads a file. Needs neither the database nor the key, and calls no system. */
    public static LocalSetup read(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            String text = FileText.read(file);
            SetupFile.Result read = SetupFile.read(text, name -> {
                Optional<String> value = SetupFile.environment().apply(name);
                value.ifPresent(found -> values.put(name, found));
                return value;
            });
            return new LocalSetup(text, values, SetupCheck.of(read));
        } catch (FileText.Unreadable e) {
            return new LocalSetup("", values, SetupCheck.of(SetupFile.Result.unreadable(e)));
        }
    }

    /** The tenants in the order of the file; none where the file has mistakes. */
    public List<String> tenants() {
        return check.tenants().stream().map(SetupCheck.Tenant::tenant).toList();
    }

    @Override
    public String toString() {
        return "LocalSetup" + tenants();
    }
}
