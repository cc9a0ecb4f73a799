package se.brygga.workflows.attention;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import se.brygga.workflows.refusal.Refusal;

/** What the books made of a decision. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Recorded.Followed.class, name = "followed"),
    @JsonSubTypes.Type(value = Recorded.Refused.class, name = "refused")
})
public sealed interface Recorded {

    /** It stands in the audit log, and the order is what it says. */
    record Followed() implements Recorded {}

    /** @param why for whoever decides; nothing was changed, and the order waits as before */
    record Refused(Refusal why) implements Recorded {}
}
