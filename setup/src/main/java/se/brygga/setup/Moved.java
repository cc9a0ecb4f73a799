package se.brygga.setup;

import se.brygga.workflows.refusal.SetupReason;

/**
 * A shop whose address differs from that in the set-up in force, under the same name. Or a tenant whose Specter account
 * differs.
 *
 * @param before key of the system in the set-up in force, as in {@link OutsideSystem#key}
 */
public record Moved(OutsideSystem now, String before) {

    /** What an operator should know before the new set-up is in force. */
    public Objection warning() {
        return now.objection(
                switch (now.kind()) {
                    case STARWEB_SHOP, STARWEB_CLIENT -> SetupReason.SHOP_MOVES.of(before, now.key());
                    case SPECTER_ACCOUNT -> SetupReason.ACCOUNT_MOVES.of(before, now.key());
                });
    }
}
