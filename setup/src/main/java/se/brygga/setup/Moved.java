package se.brygga.setup;

import se.brygga.workflows.refusal.SetupReason;

/**
 * A shop that has another address under the same name than the set-up in force has, or a tenant with another Specter account.
 *
 * @param before key of the system that is in force, as in {@link OutsideSystem#key}
 */
public record Moved(OutsideSystem now, String before) {

    /** What an operator should know before this is in force. */
    public Objection warning() {
        return now.objection(
                switch (now.kind()) {
                    case STARWEB_SHOP, STARWEB_CLIENT -> SetupReason.SHOP_MOVES.of(before, now.key());
                    case SPECTER_ACCOUNT -> SetupReason.ACCOUNT_MOVES.of(before, now.key());
                });
    }
}
