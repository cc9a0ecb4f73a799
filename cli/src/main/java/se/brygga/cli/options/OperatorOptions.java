package se.brygga.cli.options;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --by} and {@code --reason}: whatever changes something takes both. */
public final class OperatorOptions {

    @Option(names = "--by", description = "${bundle:help.operator-options.by}")
    private String by = System.getProperty("user.name");

    @Option(names = "--reason", description = "${bundle:help.operator-options.reason}")
    private @Nullable String reason;

    /** Login of the person who decides. */
    public String by() {
        return by;
    }

    /** Whether a decision that needs a reason would be refused. */
    public boolean isIncomplete() {
        return by.isBlank() || reason == null || reason.isBlank();
    }

    /** Both, as a request says them; what else it says can be added. */
    public Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("by", by);
        body.put("reason", reason);
        return body;
    }
}
