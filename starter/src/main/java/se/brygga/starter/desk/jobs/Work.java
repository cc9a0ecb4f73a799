package se.brygga.starter.desk.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Refusal;

/**
 * The work of one kind of job. Any starter may do the next part, because the books hold everything that is known of a
 * job.
 */
public interface Work {

    /** The result of a part of a job. */
    sealed interface Progress {

        /**
         * There is more to do.
         *
         * @param pause time until the next part
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

    /**
     * Does a part within some seconds, or renews the lease. A part that a starter finished before it ended is not done
     * twice.
     */
    Progress carryOn(JobBook.Job job);
}
