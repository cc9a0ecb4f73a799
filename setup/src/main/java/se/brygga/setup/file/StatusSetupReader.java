package se.brygga.setup.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import se.brygga.clients.shop.order.ShopOrder.Status;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.StatusSetup.Rule;
import se.brygga.setup.keys.SetupKey;
import se.brygga.setup.yaml.Section;
import se.brygga.workflows.refusal.SetupReason;

/** Reads a shop's {@code status} section. */
final class StatusSetupReader {

    private StatusSetupReader() {}

    static StatusSetup read(Section s, OrderSetup orders) {
        Map<Event, Rule> rules = new EnumMap<>(Event.class);
        for (Event event : Event.values()) {
            String key = SetupKey.written(event);
            if (s.has(key)) {
                rules.put(event, rule(event, s.section(key)));
            }
        }
        StatusSetup setup = new StatusSetup(
                rules,
                trackers(s.optionalSection("trackers"), orders),
                s.has("sequence") ? sequence(s) : s.declared("sequence").standard(),
                s.number("silentDays"));
        s.end();
        if (rules.isEmpty()) {
            s.mistakeHere(SetupReason.NO_STATUS_RULE.of("delivered: { set: completed }"));
        }
        return setup;
    }

    private static Rule rule(Event event, Section s) {
        String status = s.filledText("set");
        checkSpelling(s, "set", status);
        checkTruth(event, s, status);
        Rule rule = new Rule(status, s.flag("mail"), s.flag("capture"), s.flag("tracking"), s.flag("back"));
        s.end();
        return rule;
    }

    /**
     * Starweb's own two last statuses decide about mail and money, whatever a rule is called. So the rule must agree
     * with them.
     */
    private static void checkTruth(Event event, Section s, String status) {
        boolean over = event == Event.CANCELLED;
        if (status.equalsIgnoreCase(over ? Status.COMPLETED : Status.CANCELED)) {
            s.mistake(
                    "set",
                    over
                            ? SetupReason.CANCELLED_AS_DELIVERED.of(Status.CANCELED)
                            : SetupReason.GOES_ON_AS_CANCELLED.of(Status.COMPLETED));
        }
    }

    private static List<String> sequence(Section s) {
        List<String> sequence =
                s.distinctTexts("sequence", s.declared("sequence").otherwise());
        sequence.forEach(status -> checkSpelling(s, "sequence", status));
        return sequence;
    }

    private static void checkSpelling(Section s, String key, String status) {
        if (status.equalsIgnoreCase("cancelled")) {
            s.mistake(key, SetupReason.CANCELLED_SPELLING.of(status));
        }
    }

    private static Map<String, String> trackers(Section s, OrderSetup orders) {
        for (String method : s.keys()) {
            if (orders.shipping().keySet().stream().noneMatch(method::equalsIgnoreCase)) {
                s.mistake(
                        method,
                        SetupReason.TRACKER_WITHOUT_METHOD.of(
                                new TreeSet<>(orders.shipping().keySet())));
            }
        }
        return s.filledTexts();
    }
}
