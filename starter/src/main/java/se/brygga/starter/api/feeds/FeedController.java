package se.brygga.starter.api.feeds;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.feeds.FeedDesk;
import se.brygga.starter.desk.feeds.FeedDesk.LoopList;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.Steering;
import se.brygga.workflows.refusal.Reason;

/** The loops that follow Specter. A path names orders, stock or prices, or all: every loop of the tenant. */
@RestController
@RequestMapping("/api/v1/feeds")
class FeedController {

    private static final String ALL = "all";

    /** The word that gives the decision about the interval back to the set-up. */
    private static final String SET_UP = "set-up";

    private static final List<String> EXAMPLES = List.of("PT30S", "PT5M", "PT1H", SET_UP);

    /**
     * How often a loop polls from now on.
     *
     * @param interval in ISO 8601, for example {@code PT5M}; {@code set-up} gives the decision back to the set-up
     * @param by as in {@link Once.Signature}, as is {@code reason}
     */
    record IntervalRequest(
            @Nullable String interval,
            @Nullable String by,
            @Nullable String reason) {

        private @Nullable Duration checked() {
            if (interval == null) {
                throw Reason.FIELD_MISSING.refused("interval", EXAMPLES);
            }
            try {
                return interval.equals(SET_UP) ? null : Duration.parse(interval);
            } catch (DateTimeParseException malformed) {
                throw Reason.INTERVAL_NOT_READABLE.refused(interval, EXAMPLES);
            }
        }
    }

    private final FeedDesk desk;
    private final Once once;

    FeedController(FeedDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** The loops by tenant and feed, and what is wrong besides. */
    @Needs(Right.READ)
    @GetMapping
    LoopList list(Caller caller, @RequestParam(required = false) @Nullable String tenant) {
        return LoopList.together(caller.ofEach(tenant, desk::list));
    }

    /** Asks Specter now for changes. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{tenant}/{feed}/poke", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> poke(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String feed,
            @RequestBody Once.Signature request) {
        caller.require(tenant);
        Feed named = named(feed);
        Operator operator = request.operator(caller);
        return once.answer(
                caller, key, List.of("poke", tenant, feed, request), () -> desk.poke(tenant, named, operator));
    }

    /** Pauses the loop: Specter is not asked until somebody resumes the loop. Changes of that time come then. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{tenant}/{feed}/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> pause(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String feed,
            @RequestBody Once.Signature request) {
        return steer(caller, key, tenant, feed, Steering.Kind.PAUSE, null, request);
    }

    /** Ends a pause, and polls at once. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{tenant}/{feed}/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> resume(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String feed,
            @RequestBody Once.Signature request) {
        return steer(caller, key, tenant, feed, Steering.Kind.RESUME, null, request);
    }

    /** Sets how often the loop polls, until the decision is given back to the set-up. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{tenant}/{feed}/interval", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> interval(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String feed,
            @RequestBody IntervalRequest request) {
        Once.Signature signature = new Once.Signature(request.by(), request.reason());
        return steer(caller, key, tenant, feed, Steering.Kind.INTERVAL, request.checked(), signature);
    }

    private ResponseEntity<String> steer(
            Caller caller,
            String key,
            String tenant,
            String feed,
            Steering.Kind kind,
            @Nullable Duration interval,
            Once.Signature request) {
        caller.require(tenant);
        Feed named = named(feed);
        Operator operator = request.operator(caller);
        return once.answer(
                caller,
                key,
                List.of(kind, tenant, feed, String.valueOf(interval), request),
                () -> desk.steer(tenant, named, kind, interval, operator));
    }

    private static @Nullable Feed named(String feed) {
        return feed.equals(ALL) ? null : Feed.ofKey(feed);
    }
}
