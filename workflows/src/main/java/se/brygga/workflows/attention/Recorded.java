package se.brygga.workflows.attention;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import se.brygga.workflows.refusal.Refusal;

/** What came of a decision in the books. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Recorded.Followed.class, name = "followed"),
    @JsonSubTypes.Type(value = Recorded.Refused.class, name = "refused")
})
public sealed interface Recorded {

    /** The audit log holds the decision, and the order stands as the decision says. */
    record Followed() implements Recorded {}

    /**
     * The decision was refused. Nothing was changed, and the order waits as before.
     *
     * @param why for whoever decided
     */
    record Refused(Refusal why) implements Recorded {}
}
