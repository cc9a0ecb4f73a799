package se.brygga.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import se.brygga.cli.view.Feed;
import se.brygga.cli.view.Trouble;
import se.brygga.workflows.attention.CauseTexts;

/** The lines at the head of lists: what is out of order for many. All lists have the same lines. */
public final class TroubleLines {

    private TroubleLines() {}

    /** What keeps everything, or many things, from moving. */
    public static List<String> standstill(Trouble.Standstill found, Lines lines) {
        List<String> all = new ArrayList<>();
        Trouble.Engine engine = found.engine();
        if (engine != null) {
            all.add(lines.say(Line.NOTHING_MOVES, engine(engine, lines), lines.say(engine.why())));
        }
        if (found.noWorkerSince() != null) {
            all.add(lines.say(Line.NO_WORKER_SINCE, Output.time(found.noWorkerSince())));
        }
        if (found.webHooks() != null) {
            all.add(lines.say(
                    Line.WEB_HOOKS_WAIT,
                    found.webHooks().count(),
                    Output.time(found.webHooks().oldest())));
        }
        found.lateLoops()
                .forEach(loop -> all.add(lines.say(
                        Line.LATE_LOOP, loop.loop(), Output.time(loop.lookedAt()), Output.time(loop.expectedAt()))));
        return all;
    }

    /** Why nothing moves, in a few words; empty when something may. */
    public static String whyNothingMoves(Trouble.Standstill found, Lines lines) {
        Trouble.Engine engine = found.engine();
        if (engine != null) {
            return engine(engine, lines);
        }
        return found.noWorkerSince() == null ? "" : lines.say(Line.NO_WORKER);
    }

    private static String engine(Trouble.Engine engine, Lines lines) {
        return lines.say(
                switch (engine.fault()) {
                    case AWAY -> Line.TEMPORAL_AWAY;
                    case NOT_LET_IN -> Line.TEMPORAL_NOT_LET_IN;
                    case NO_NAMESPACE -> Line.TEMPORAL_NO_NAMESPACE;
                    case NO_SEARCH_ATTRIBUTES -> Line.TEMPORAL_NO_SEARCH_ATTRIBUTES;
                });
    }

    /** A tenant or shop that is not served. */
    public static String notServed(Trouble.NotServed one, Lines lines) {
        String place = one.shop() == null
                ? lines.say(Line.THE_TENANT, one.tenant())
                : lines.say(Line.THE_SHOP, one.tenant() + "/" + one.shop());
        Line line = switch (one.state()) {
            case SUSPENDED -> Line.SUSPENDED;
            case REMOVED -> Line.REMOVED;
        };
        return lines.say(line, place, one.by(), one.reason());
    }

    /** A system that is out of order. */
    public static String outage(Trouble.OutOfOrder outage, CauseTexts texts, Lines lines) {
        return lines.say(Line.OUTAGE, outage.owner(), texts.title(outage.cause()), facts(outage, lines));
    }

    /** Since when the system is out of order, its last answer, when it is tried next, and who waits. */
    public static String facts(Trouble.OutOfOrder outage, Lines lines) {
        return lines.say(
                Line.OUTAGE_FACTS,
                Output.time(outage.since()),
                outage.tries(),
                Output.time(outage.lastAt()),
                outage.lastAnswer(),
                Output.time(outage.nextTryAt()),
                outage.waiting());
    }

    /** A shop to which no stock or no prices are written. */
    public static String notWritten(Trouble.NotWritten one, CauseTexts texts, Lines lines) {
        return lines.say(
                one.feed() == Feed.STOCK ? Line.STOCK_NOT_WRITTEN : Line.PRICES_NOT_WRITTEN,
                one.shop(),
                Output.time(one.since()),
                one.tries(),
                texts.detail(one.detail()),
                one.code(),
                one.until() == null ? lines.say(Line.WITH_NEXT_POLL) : Output.time(one.until()),
                one.tenant(),
                one.feed().word());
    }

    /** What the last failure was, and when the next try is. */
    public static String triedAgain(Trouble.NotWritten one, CauseTexts texts, Lines lines) {
        return lines.say(
                Line.TRIED_AGAIN,
                texts.detail(one.detail()),
                one.code(),
                one.until() == null ? lines.say(Line.WITH_NEXT_POLL) : Output.time(one.until()));
    }
}
