package se.brygga.starter.desk.trouble;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.trouble.NoticeDesk.Notice;
import se.brygga.starter.desk.trouble.SystemDesk.OutOfOrder;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Refusal;

/**
 * Everything that is wrong apart from single orders. Every list of the desk begins with it.
 *
 * @param notServed tenants and shops that were suspended or removed
 * @param outages remote systems that are out of order, the longest outage first
 * @param notices what somebody should know although no order waits for it
 * @param unswept shops that the intake has not swept for two hours
 * @param notWritten shops to which no stock or no prices are written at present
 */
public record Trouble(
        Standstill standstill,
        List<NotServed> notServed,
        List<OutOfOrder> outages,
        List<Notice> notices,
        List<Unswept> unswept,
        List<NotWritten> notWritten) {

    /**
     * What keeps everything, or many things, from moving.
     *
     * @param engine null while Temporal takes work
     * @param noWorkerSince when a worker was last seen; null while one runs
     * @param webHooks web hooks that nobody hands on; null while none has waited for long
     * @param lateLoops loops that did not look at the time that they named
     */
    public record Standstill(
            @Nullable EngineTrouble engine,
            @Nullable Instant noWorkerSince,
            @Nullable WebHooks webHooks,
            List<LateLoop> lateLoops) {

        /** What keeps Temporal from taking work. */
        public enum EngineFault implements Word {
            AWAY,
            NOT_LET_IN,
            NO_NAMESPACE,
            NO_SEARCH_ATTRIBUTES
        }

        /** @param why what is wrong and how to mend it */
        public record EngineTrouble(EngineFault fault, Refusal why) {}

        /** Web hooks that were stored and not handed on. */
        public record WebHooks(int count, Instant oldest) {}

        /**
         * A loop that did not look at the time that it named.
         *
         * @param loop the id of its workflow: {@code stock/nordkajak}
         */
        public record LateLoop(
                String loop, Instant lookedAt, @Nullable Instant expectedAt) {}

        /** Whether nothing at all moves. */
        public boolean nothingMoves() {
            return engine != null || noWorkerSince != null;
        }
    }

    /** The trouble of several tenants together. A standstill is a standstill for all of them. */
    public static Trouble together(List<Trouble> parts) {
        return new Trouble(
                parts.getFirst().standstill(),
                all(parts, Trouble::notServed),
                all(parts, Trouble::outages).stream()
                        .sorted(Comparator.comparing(OutOfOrder::since))
                        .toList(),
                all(parts, Trouble::notices),
                all(parts, Trouble::unswept),
                all(parts, Trouble::notWritten));
    }

    private static <V> List<V> all(List<Trouble> parts, Function<Trouble, List<V>> lines) {
        return parts.stream().flatMap(part -> lines.apply(part).stream()).toList();
    }

    /** Why a tenant or shop is not served. */
    public enum Leave implements Word {
        SUSPENDED,
        REMOVED
    }

    /**
     * A tenant or shop that is not served.
     *
     * @param shop null for the tenant with all its shops
     * @param by login of the operator
     */
    public record NotServed(
            String tenant, @Nullable String shop, Leave state, Instant since, String by, String reason) {}

    /**
     * A shop that the intake has not swept for long.
     *
     * @param sweptAt null for never
     */
    public record Unswept(ShopRef shop, @Nullable Instant sweptAt) {}

    /**
     * A shop to which no stock, or no prices, are written until a try succeeds.
     *
     * @param feed stock or prices
     * @param code of the last failure
     * @param detail ids, codes and phrases of {@link se.brygga.workflows.attention.CauseTexts#detail}
     * @param until when the write is tried again; null for the next poll
     */
    public record NotWritten(
            ShopRef shop,
            Feed feed,
            String code,
            String detail,
            Instant since,
            int tries,
            @Nullable Instant until) {}
}
