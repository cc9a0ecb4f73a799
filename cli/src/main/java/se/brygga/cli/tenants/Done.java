package se.brygga.cli.tenants;

import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.view.Word;

/**
 * One thing that was done for a tenant or shop, or that could not be done yet.
 *
 * @param place the tenant, or tenant and shop
 * @param about what the kind names; empty where it names nothing
 */
record Done(Kind kind, String place, String about) {

    /** What it is, and how it is told. */
    enum Kind implements Word {
        VERSION_IN_FORCE(Line.VERSION_IN_FORCE),
        IN_FORCE_ALREADY(Line.IN_FORCE_ALREADY),
        LINE_CHANGED(Line.FILE_LINE_CHANGED),
        SECRETS_CHANGED(Line.SECRETS_CHANGED),
        HOOK_CREATED(Line.HOOK_CREATED),
        HOOK_MENDED(Line.HOOK_MENDED),
        HOOK_REMOVED(Line.HOOK_REMOVED),
        HOOKS_WHEN_RESUMED(Line.HOOKS_WHEN_RESUMED),
        HOOKS_OUT(Line.HOOKS_OUT),
        HOOKS_OUT_AT_OLD_ADDRESS(Line.HOOKS_OUT_AT_OLD_ADDRESS),
        HOOKS_STILL_IN(Line.HOOKS_STILL_IN),
        HOOKS_STILL_AT_OLD_ADDRESS(Line.HOOKS_STILL_AT_OLD_ADDRESS),
        HOOKS_NOT_REGISTERED(Line.HOOKS_NOT_REGISTERED),
        HOOKS_WITH_OLD_SECRET(Line.HOOKS_WITH_OLD_SECRET);

        private final Line line;

        Kind(Line line) {
            this.line = line;
        }
    }

    String text(Lines lines) {
        return lines.say(
                kind.line,
                place,
                switch (kind) {
                    case HOOKS_STILL_IN, HOOKS_STILL_AT_OLD_ADDRESS, HOOKS_NOT_REGISTERED, HOOKS_WITH_OLD_SECRET ->
                        lines.detail(about);
                    default -> about;
                });
    }
}
