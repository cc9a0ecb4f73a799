package se.brygga.starter.api.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.HttpRefusal;
import se.brygga.starter.api.Limit;
import se.brygga.starter.api.ListPage;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.bulk.BulkDesk;
import se.brygga.starter.desk.bulk.BulkDesk.BulkWish;
import se.brygga.starter.desk.bulk.BulkDesk.Preview;
import se.brygga.starter.desk.jobs.JobDesk;
import se.brygga.starter.desk.jobs.JobDesk.Job;
import se.brygga.starter.desk.sums.SumsDesk;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** Begins, shows and stops jobs. */
@RestController
@RequestMapping("/api/v1/jobs")
class JobController {

    private static final String PLACE = "/api/v1/jobs/";

    private final JobDesk desk;
    private final BulkDesk decisions;
    private final SumsDesk sums;
    private final Once once;

    JobController(JobDesk desk, BulkDesk decisions, SumsDesk sums, Once once) {
        this.desk = desk;
        this.decisions = decisions;
        this.sums = sums;
        this.once = once;
    }

    /** Jobs, newest first. */
    @Needs(Right.READ)
    @GetMapping
    ListPage<Job> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Job> jobs = desk.list(caller.tenants(tenant), ListPage.key(after), Limit.checked(limit) + 1);
        return ListPage.of(jobs, limit, Job::key);
    }

    /** A job, and its results so far. */
    @Needs(Right.READ)
    @GetMapping("/{job}")
    JobStory story(Caller caller, @PathVariable String job) {
        return story(reached(caller, job));
    }

    private Job reached(Caller caller, String job) {
        Job found = desk.find(job);
        caller.requireReach(found.tenant());
        return found;
    }

    private JobStory story(Job job) {
        return switch (job.kind()) {
            case DECISION -> new JobStory(job, decisions.progress(job.id()), null);
            case SUMS -> new JobStory(job, null, sums.found(job.id()));
        };
    }

    /** The orders of a decision about many, in the order in which they are decided. */
    @Needs(Right.READ)
    @GetMapping("/{job}/orders")
    ListPage<BulkDesk.Line> orders(
            Caller caller,
            @PathVariable String job,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        reached(caller, job);
        List<BulkDesk.Line> lines = decisions.orders(job, ListPage.number(after), Limit.checked(limit) + 1);
        return ListPage.of(lines, limit, line -> String.valueOf(line.position()));
    }

    /** What a decision about all that wait for a cause would be about. Changes nothing. */
    @Needs(Right.READ)
    @GetMapping("/decisions/preview")
    Preview preview(
            Caller caller,
            @RequestParam Decision.Kind decision,
            @RequestParam Cause cause,
            @RequestParam(required = false) @Nullable String tenant) {
        return decisions.preview(decision, cause, caller.tenant(tenant));
    }

    /**
     * Decides about all that wait for a cause, as they were previewed. The header Location has the job's path, which
     * shows the progress.
     */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> decide(
            Caller caller, @RequestHeader(Once.KEY) String key, @RequestBody BulkRequest request) {
        BulkWish wish = request.wish(caller);
        String token = request.token();
        try {
            return once.begin(caller, key, request, PLACE, () -> decisions.decide(wish, token));
        } catch (BulkDesk.PreviewChanged changed) {
            throw new HttpRefusal(HttpStatus.CONFLICT, changed.refusal());
        }
    }

    /** Counts the orders of some days. The header Location has the job's path, which shows the progress. */
    @Needs(Right.READ)
    @PostMapping(path = "/sums", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> sums(Caller caller, @RequestHeader(Once.KEY) String key, @RequestBody SumsRequest request) {
        SumsDesk.Asking asking = request.asking() == null ? SumsDesk.Asking.SHOPS_TOO : request.asking();
        SumsDesk.Days days = request.days(caller);
        Operator operator = caller.operator(request.by(), null);
        return once.begin(caller, key, request, PLACE, () -> sums.begin(days, asking, operator));
    }

    /** Stops a job: nothing more of it is begun. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{job}/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> stop(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String job,
            @RequestBody Once.Signature request) {
        reached(caller, job);
        return once.answer(caller, key, List.of(job, request), () -> story(desk.stop(job, request.operator(caller))));
    }
}
