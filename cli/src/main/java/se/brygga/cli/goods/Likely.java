package se.brygga.cli.goods;

import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.view.Word;

/** The most frequent reasons for a difference between a shop and what it should show. */
public enum Likely implements Word {
    NOT_IN_SHOP,
    NEVER_SENT,
    REFUSED_BY_SHOP,
    PUSH_PENDING,
    SOLD_IN_SHOP,
    CHANGED_IN_SHOP,
    STATUS_IN_SHOP,
    LOST_IN_SHOP,
    WAITS_FOR_APPROVAL,
    REJECTED;

    /** The reason in words. */
    public String in(Lines lines) {
        return lines.say(
                switch (this) {
                    case NOT_IN_SHOP -> Line.LIKELY_NOT_IN_SHOP;
                    case NEVER_SENT -> Line.LIKELY_NEVER_SENT;
                    case REFUSED_BY_SHOP -> Line.LIKELY_REFUSED_BY_SHOP;
                    case PUSH_PENDING -> Line.LIKELY_PUSH_PENDING;
                    case SOLD_IN_SHOP -> Line.LIKELY_SOLD_IN_SHOP;
                    case CHANGED_IN_SHOP -> Line.LIKELY_CHANGED_IN_SHOP;
                    case STATUS_IN_SHOP -> Line.LIKELY_STATUS_IN_SHOP;
                    case LOST_IN_SHOP -> Line.LIKELY_LOST_IN_SHOP;
                    case WAITS_FOR_APPROVAL -> Line.LIKELY_WAITS_FOR_APPROVAL;
                    case REJECTED -> Line.LIKELY_REJECTED;
                });
    }
}
