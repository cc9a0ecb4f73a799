package se.brygga.cli.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.Refusal;

/** All that is wrong apart from single orders. */
public record Trouble(
        Standstill standstill,
        List<NotServed> notServed,
        List<OutOfOrder> outages,
        List<Notice> notices,
        List<Unswept> unswept,
        List<NotWritten> notWritten) {

    /** What keeps everything, or many things, from moving; null for nothing. */
    public record Standstill(
            @Nullable Engine engine,
            @Nullable Instant noWorkerSince,
            @Nullable WebHooks webHooks,
            List<LateLoop> lateLoops) {}

    /** @param why what is wrong and how to mend it */
    public record Engine(Fault fault, Refusal why) {}

    /** What keeps Temporal from taking work. */
    public enum Fault implements Word {
        AWAY,
        NOT_LET_IN,
        NO_NAMESPACE,
        NO_SEARCH_ATTRIBUTES
    }

    /** Web hooks that were stored and not handed on. */
    public record WebHooks(int count, Instant oldest) {}

    /** A loop that did not look at the time that it named. */
    public record LateLoop(
            String loop, Instant lookedAt, @Nullable Instant expectedAt) {}

    /** A tenant or shop that was suspended or removed. */
    public record NotServed(String tenant, @Nullable String shop, Leave state, String by, String reason) {}

    /** Why a tenant or shop is not served. */
    public enum Leave implements Word {
        SUSPENDED,
        REMOVED
    }

    /** A remote system that does not answer as it should. */
    public record OutOfOrder(
            Remote system,
            String tenant,
            @Nullable String shop,
            Cause cause,
            Instant since,
            Instant lastAt,
            int tries,
            String lastAnswer,
            Instant nextTryAt,
            long waiting) {

        /** The system as an operator names it. */
        public String owner() {
            return shop == null ? tenant : tenant + "/" + shop;
        }
    }

    /** The two systems that Brygga calls. */
    public enum Remote implements Word {
        STARWEB,
        SPECTER
    }

    /** Something that somebody should know although no order waits for it. */
    public record Notice(
            long id,
            String tenant,
            @Nullable String shop,
            Cause cause,
            @Nullable String subject,
            String detail,
            int times,
            Instant openedAt,
            Instant lastAt) {

        /** The tenant, shop or system that the notice is about. */
        public String place() {
            return shop == null ? tenant : tenant + "/" + shop;
        }
    }

    /** A shop that the intake has not swept for long. */
    public record Unswept(String shop, @Nullable Instant sweptAt) {}

    /** A shop to which no stock or no prices are written until a try succeeds. */
    public record NotWritten(
            String shop,
            Feed feed,
            String code,
            String detail,
            Instant since,
            int tries,
            @Nullable Instant until) {

        /** The tenant whose shop it is. */
        public String tenant() {
            return shop.substring(0, shop.indexOf('/'));
        }
    }
}
