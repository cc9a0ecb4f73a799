package se.brygga.cli.tenants;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.view.Outcome;
import se.brygga.workflows.refusal.Refusal;

/**
 * What came of a change to a tenant or shop.
 *
 * @param result null unless the change was made
 * @param why null if the change was made
 */
record Applied(
        Outcome.Kind outcome,
        String subject,
        @Nullable Result result,
        @Nullable Refusal why) {

    /**
     * What was done.
     *
     * @param failed each shop that did not take its web hooks
     * @param triggers the URLs for Specter's support to enter, by kind; empty when they are as before
     */
    record Result(List<Done> done, List<Done> failed, Map<String, String> triggers) {}

    /** 0 when the change was made and every shop has its web hooks. */
    int exitCode() {
        return result != null && result.failed().isEmpty() ? 0 : 1;
    }

    void print(Lines lines) {
        if (result == null) {
            System.err.println(subject + (why == null ? "" : ": " + lines.say(why)));
            return;
        }
        result.done().forEach(one -> System.out.println(one.text(lines)));
        if (!result.triggers().isEmpty()) {
            System.out.println(lines.say(Line.TRIGGERS, subject));
            result.triggers().forEach((kind, url) -> System.out.printf("  %-10s %s%n", kind, url));
        }
        result.failed().forEach(one -> System.err.println(one.text(lines)));
    }
}
