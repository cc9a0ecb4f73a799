package se.brygga.starter.desk.feeds;

import se.brygga.starter.desk.Word;
import se.brygga.workflows.refusal.RequestRefused;

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

    /** @throws RequestRefused the code is unknown */
    public static Likely of(String code) {
        return Word.of(Likely.class, "likely cause", code);
    }
}
