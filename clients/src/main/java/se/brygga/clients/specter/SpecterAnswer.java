package se.brygga.clients.specter;

import org.jspecify.annotations.Nullable;

/**
 * What Specter says to a write that it understood (reference sections 3.1 and 13). Everything else, credentials included,
 * is a {@link se.brygga.clients.remote.RemoteFailure}.
 */
public sealed interface SpecterAnswer {

    /** @param id Specter's number: new, or of the customer that matched */
    record Done(long id) implements SpecterAnswer {}

    /**
     * {@code externalOrderNo} is there already. Success only if our own record shows that an earlier attempt put it there.
     *
     * @param orderNo Specter's number of that order, if the answer tells it
     */
    record Duplicate(String code, @Nullable Long orderNo) implements SpecterAnswer {}

    /**
     * Understood and refused.
     *
     * @param code Specter's own
     * @param message Specter's own words, for the operator's eyes only: it may quote what we sent, so it goes into no
     *     history and no log
     * @param articleMissing whether the code is one of those that mean "no such article"
     */
    record Refused(String code, String message, boolean articleMissing) implements SpecterAnswer {}
}
