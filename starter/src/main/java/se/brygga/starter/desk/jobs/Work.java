package se.brygga.starter.desk.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Refusal;

/** What jobs of one kind do. Any starter may do the next part: all that is known of a job stands in the books. */
public interface Work {

    /** How a part of a job has gone. */
    sealed interface Progress {

        /**
         * There is more to do.
         *
         * @param pause until then
         * @param standsFor why no progress was made; null if some was
         * @param result what was found so far, as JSON; null for nothing
         */
        record More(
                Duration pause,
                int done,
                @Nullable Refusal standsFor,
                @Nullable String result) implements Progress {}

        /** Everything is done. */
        record Over(int done, @Nullable String result) implements Progress {}

        /** The job was stopped meanwhile. */
        record Stopped() implements Progress {}
    }

    /** The kind. */
    JobBook.Kind kind();

    /** Does a part, within some seconds, or renews the lease. What was done by a starter that then ended is not done twice. */
    Progress carryOn(JobBook.Job job);
}
