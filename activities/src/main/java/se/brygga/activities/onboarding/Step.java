package se.brygga.activities.onboarding;

import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Detail;

/**
 * One thing that was done for a tenant or a shop, or that could not be done yet.
 *
 * @param place the tenant, or tenant and shop
 * @param about what the kind names; empty where it names nothing
 */
public record Step(Kind kind, String place, String about) {

    /** What it is. */
    public enum Kind {
        /** The version that it names is in force. */
        VERSION_IN_FORCE,
        IN_FORCE_ALREADY,
        /** A line of the file is new or gone. It begins with {@code + } or {@code - }. */
        LINE_CHANGED,
        /** Nothing in the file differs, but a secret or another value from elsewhere does. */
        SECRETS_CHANGED,
        /** A web hook for the event that it names was made. So for the next two. */
        HOOK_CREATED,
        HOOK_MENDED,
        HOOK_REMOVED,
        /** The shop is suspended, and gets its web hooks when it is resumed. */
        HOOKS_WHEN_RESUMED,
        HOOKS_OUT,
        HOOKS_OUT_AT_OLD_ADDRESS,
        /** They are still there, and call in vain. A worker tries again. It names why, as a stored {@link Detail}. So do the others. */
        HOOKS_STILL_IN,
        HOOKS_STILL_AT_OLD_ADDRESS,
        HOOKS_NOT_REGISTERED,
        HOOKS_WITH_OLD_SECRET
    }

    static Step of(Kind kind, ShopRef shop) {
        return new Step(kind, shop.toString(), "");
    }

    static Step of(Kind kind, ShopRef shop, String about) {
        return new Step(kind, shop.toString(), about);
    }

    static Step of(Kind kind, ShopRef shop, Detail why) {
        return new Step(kind, shop.toString(), why.stored());
    }
}
