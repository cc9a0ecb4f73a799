package se.brygga.starter.api.jobs;

import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.bulk.BulkProgress;
import se.brygga.starter.desk.jobs.JobDesk.Job;
import se.brygga.starter.desk.sums.SumsDesk.OrderSums;

/**
 * A job and its results.
 *
 * @param decision null for another kind of job
 * @param sums null for another kind of job
 */
record JobStory(
        Job job, @Nullable BulkProgress decision, @Nullable OrderSums sums) {}
