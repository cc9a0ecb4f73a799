package se.brygga.starter.desk.tenants;

import java.net.URI;
import java.util.List;
import java.util.Map;
import se.brygga.activities.onboarding.Step;
import se.brygga.starter.desk.Word;

/**
 * What was done for a tenant.
 *
 * @param done each thing
 * @param failed each shop that did not take its web hooks: a repeat mends that
 * @param triggers the URLs for Specter's support to enter, by kind; secret as a password is. Empty when they are as before, and
 *     when Specter calls nothing for the tenant
 */
public record Applied(List<Done> done, List<Done> failed, Map<String, URI> triggers) {

    /**
     * One thing that was done, or that could not be done yet.
     *
     * @param place the tenant, or tenant and shop
     * @param about what the kind names: a version, a line of the file, an event, or phrases of
     *     {@link se.brygga.workflows.attention.CauseTexts#detail}; empty where it names nothing
     */
    public record Done(Kind kind, String place, String about) {}

    /** What it is. */
    public enum Kind implements Word {
        VERSION_IN_FORCE,
        IN_FORCE_ALREADY,
        LINE_CHANGED,
        SECRETS_CHANGED,
        HOOK_CREATED,
        HOOK_MENDED,
        HOOK_REMOVED,
        HOOKS_WHEN_RESUMED,
        HOOKS_OUT,
        HOOKS_OUT_AT_OLD_ADDRESS,
        HOOKS_STILL_IN,
        HOOKS_STILL_AT_OLD_ADDRESS,
        HOOKS_NOT_REGISTERED,
        HOOKS_WITH_OLD_SECRET
    }

    static Applied of(List<Step> done, List<Step> failed, Map<String, URI> triggers) {
        return new Applied(told(done), told(failed), triggers);
    }

    private static List<Done> told(List<Step> steps) {
        return steps.stream()
                .map(step -> new Done(Word.twin(Kind.class, step.kind()), step.place(), step.about()))
                .toList();
    }
}
