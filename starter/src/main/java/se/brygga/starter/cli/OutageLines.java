package se.brygga.starter.cli;

import java.util.List;
import se.brygga.activities.outage.OutageBook;
import se.brygga.workflows.attention.CauseTexts;

/** How systems that are out of order look to a person, in all lists alike. */
final class OutageLines {

    private OutageLines() {}

    static void print(List<OutageBook.Told> outages, CauseTexts texts) {
        outages.forEach(told -> System.out.printf(
                "! %s: %s; %s%n",
                told.outage().door().owner(), texts.title(told.outage().cause()), facts(told)));
    }

    /** Since when, what came back, when it is tried again, and who waits. */
    static String facts(OutageBook.Told told) {
        return "since %s (%d tries, last %s: %s), tried again %s; %d orders wait and go on by themselves"
                .formatted(
                        Output.time(told.outage().since()),
                        told.outage().tries(),
                        Output.time(told.outage().lastAt()),
                        told.outage().lastAnswer(),
                        Output.time(told.outage().nextTryAt()),
                        told.waiting());
    }
}
