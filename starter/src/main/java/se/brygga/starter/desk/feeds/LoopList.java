package se.brygga.starter.desk.feeds;

import java.util.List;
import se.brygga.starter.desk.trouble.Trouble;

/** Loops by tenant and feed, and what is wrong beside them. */
public record LoopList(List<Loop> loops, Trouble trouble) {

    /** Those of some tenants together. */
    public static LoopList together(List<LoopList> parts) {
        return new LoopList(
                parts.stream().flatMap(part -> part.loops().stream()).toList(),
                Trouble.together(parts.stream().map(LoopList::trouble).toList()));
    }
}
