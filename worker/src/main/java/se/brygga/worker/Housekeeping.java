package se.brygga.worker;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.calls.Calls;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.stock.books.SoldGoodsBook;

/**
 * Deletes what nobody needs any more: old records of calls, and old web hooks that were handled. So goes what old orders have
 * sold where no shop follows Specter's stock. Attempts and links are never deleted, because they prove where an order went.
 */
@Component
class Housekeeping {

    /** Rows per transaction. Small transactions delay nobody. */
    static final int AT_ONCE = 1_000;

    /** More rounds than the records of any merchant's ten minutes need, and still a limit. */
    static final int ROUNDS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Calls calls;
    private final WebHookInbox hooks;
    private final SoldGoodsBook sold;
    private final WorkerProperties properties;
    private final InstantSource time;

    Housekeeping(Calls calls, WebHookInbox hooks, SoldGoodsBook sold, WorkerProperties properties, InstantSource time) {
        this.calls = calls;
        this.hooks = hooks;
        this.sold = sold;
        this.properties = properties;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    void purge() {
        Instant before = time.instant().minus(properties.keepRecordsFor());
        int gone = inRounds(most -> calls.purge(before, most)) + inRounds(most -> hooks.purge(before, most));
        inRounds(most -> sold.purge(before, most));
        if (gone > 0) {
            LOG.info("{} records of calls and web hooks from before {} were thrown away", gone, before);
        }
    }

    /**
     * Purges in rounds.
     *
     * @param purge deletes at most the given number of rows; returns how many were deleted
     */
    static int inRounds(IntUnaryOperator purge) {
        int all = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int gone = purge.applyAsInt(AT_ONCE);
            all += gone;
            if (gone < AT_ONCE) {
                break;
            }
        }
        return all;
    }
}
