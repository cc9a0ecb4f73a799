package se.brygga.cli.options;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.terminal.Lines;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/** {@code --by} and {@code --reason}: whatever changes something takes both. */
public sealed class OperatorOptions {

    /** The same with {@code --lang} and {@code --json}, for a command that changes something and says what came of it. */
    public static final class Answered extends OperatorOptions {

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        /** The command line's own words in the language that is asked for. */
        public Lines lines() {
            return language.lines();
        }

        /** The causes' texts in the language that is asked for. */
        public CauseTexts texts() {
            return language.texts();
        }

        /** {@code --json}. */
        public JsonOption json() {
            return json;
        }
    }

    @Option(names = "--by", description = "${bundle:help.operator-options.by}")
    private String by = System.getProperty("user.name");

    @Option(names = "--reason", description = "${bundle:help.operator-options.reason}")
    private @Nullable String reason;

    /** Login of the person who decides. */
    public String by() {
        return by;
    }

    /** Why; null where nothing is said. */
    public @Nullable String reason() {
        return reason;
    }

    /**
     * The refusal of a decision that needs a reason and has none; empty when nothing is missing.
     *
     * @param reasonMissing the refusal where only the reason is missing
     */
    public Optional<Refusal> incomplete(Refusal reasonMissing) {
        if (by.isBlank()) {
            return Optional.of(Reason.NOBODY_NAMED.of());
        }
        return reason == null || reason.isBlank() ? Optional.of(reasonMissing) : Optional.empty();
    }

    /** Both, as a request says them; what else it says can be added. */
    public Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("by", by);
        body.put("reason", reason);
        return body;
    }
}
