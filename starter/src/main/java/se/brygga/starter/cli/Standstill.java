package se.brygga.starter.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.WebHookInbox;
import se.brygga.activities.store.feed.LoopBook;
import se.brygga.activities.wiring.TemporalCheck;
import se.brygga.starter.feeds.FeedDesk;

/** Tells of what stands still for many: Temporal, workers, web hooks, loops. Lists begin with it. */
@Component
record Standstill(FeedDesk feeds, LoopBook loops, WebHookInbox hooks, SetupStore setups) {

    /**
     * What stands still.
     *
     * @param engine what keeps Temporal from starting or moving anything; null when nothing does
     * @param noWorkerSince null while a worker looks after the loops
     * @param hooks web hooks that are not handed on; null: none for long
     * @param lateLoops those that a set-up wants and that have not looked when they said
     */
    record Found(
            TemporalCheck.@Nullable Trouble engine,
            @Nullable Instant noWorkerSince,
            WebHookInbox.@Nullable LeftBehind hooks,
            List<LoopBook.Look> lateLoops) {

        /** Why no loop moves, in a few words; empty when some may. */
        String whyNothingMoves() {
            return engine != null ? engine.kind().inShort() : noWorkerSince != null ? "no worker runs" : "";
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            if (engine != null) {
                lines.add("! " + engine.text() + ". Until then nothing moves");
            }
            if (noWorkerSince != null) {
                lines.add(
                        "! no worker has run since " + Output.time(noWorkerSince) + "; until one does, nothing moves");
            }
            if (hooks != null) {
                lines.add(
                        "! %d web hooks wait to be handed on, the oldest since %s: does a starter run, and reach Temporal?"
                                .formatted(hooks.count(), Output.time(hooks.oldest())));
            }
            lateLoops.forEach(loop -> lines.add("! %s looked last at %s and was to look again at %s; a worker starts it"
                            .formatted(loop.workflowId(), Output.time(loop.lookedAt()), Output.time(loop.expectedAt()))
                    + " within a minute if it does not run"));
            return lines;
        }
    }

    /** @param tenant whose loops are of interest; null: all */
    Found look(@Nullable String tenant) {
        List<TenantSetup> served = setups.allServed().stream()
                .filter(setup -> tenant == null || tenant.equals(setup.tenant()))
                .toList();
        return new Found(
                feeds.engineTrouble().orElse(null),
                loops.unkeptSince().orElse(null),
                hooks.leftBehind().orElse(null),
                loops.late(served));
    }
}
