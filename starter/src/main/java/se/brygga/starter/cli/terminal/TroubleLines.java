package se.brygga.starter.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import se.brygga.starter.desk.trouble.OutOfOrder;
import se.brygga.starter.desk.trouble.Standstill;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.feed.Feed;

/** The lines with which lists begin: what is out of order for many, in all lists alike. */
public final class TroubleLines {

    private TroubleLines() {}

    /** What keeps everything, or many things, from moving. */
    public static List<String> standstill(Standstill found) {
        List<String> lines = new ArrayList<>();
        if (found.engine() != null) {
            lines.add("! " + found.engine().text() + ". Until then nothing moves");
        }
        if (found.noWorkerSince() != null) {
            lines.add("! no worker has run since " + Output.time(found.noWorkerSince())
                    + "; until one does, nothing moves");
        }
        if (found.webHooks() != null) {
            lines.add(
                    "! %d web hooks wait to be handed on, the oldest since %s: does a starter run, and reach Temporal?"
                            .formatted(
                                    found.webHooks().count(),
                                    Output.time(found.webHooks().oldest())));
        }
        found.lateLoops()
                .forEach(loop -> lines.add("! %s looked last at %s and was to look again at %s; a worker starts it"
                                .formatted(loop.loop(), Output.time(loop.lookedAt()), Output.time(loop.expectedAt()))
                        + " within a minute if it does not run"));
        return lines;
    }

    /** Why nothing moves, in a few words; empty when something may. */
    public static String whyNothingMoves(Standstill found) {
        Standstill.EngineTrouble engine = found.engine();
        if (engine != null) {
            return switch (engine.fault()) {
                case AWAY -> "Temporal is away";
                case NOT_LET_IN -> "Temporal does not let us in";
                case NO_NAMESPACE -> "Temporal lacks the namespace";
                case NO_SEARCH_ATTRIBUTES -> "Temporal lacks our search attributes";
            };
        }
        return found.noWorkerSince() == null ? "" : "no worker runs";
    }

    /** A tenant or shop that is not served. */
    public static String notServed(Trouble.NotServed one) {
        return "! %s was %s by %s: %s"
                .formatted(
                        one.shop() == null ? "tenant " + one.tenant() : "shop " + one.tenant() + "/" + one.shop(),
                        one.state().word(),
                        one.by(),
                        one.reason());
    }

    /** A system that is out of order. */
    public static String outage(OutOfOrder outage, CauseTexts texts) {
        return "! %s: %s; %s".formatted(outage.owner(), texts.title(outage.cause()), facts(outage));
    }

    /** Since when, what came back, when it is tried again, and who waits. */
    public static String facts(OutOfOrder outage) {
        return "since %s (%d tries, last %s: %s), tried again %s; %d orders wait and go on by themselves"
                .formatted(
                        Output.time(outage.since()),
                        outage.tries(),
                        Output.time(outage.lastAt()),
                        outage.lastAnswer(),
                        Output.time(outage.nextTryAt()),
                        outage.waiting());
    }

    /** A shop that is sent no stock or prices. */
    public static String notWritten(Trouble.NotWritten one, CauseTexts texts) {
        return "! %s of %s is not written since %s (%d tries): %s (%s); next try %s, or at once: brygga feeds poke %s %s"
                .formatted(
                        one.feed() == Feed.STOCK ? "stock" : "prices",
                        one.shop(),
                        Output.time(one.since()),
                        one.tries(),
                        texts.detail(one.detail()),
                        one.code(),
                        one.until() == null ? "with the next poll" : Output.time(one.until()),
                        one.shop().tenant(),
                        one.feed().key());
    }
}
