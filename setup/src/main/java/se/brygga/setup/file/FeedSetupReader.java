package se.brygga.setup.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.FeedSetup.Pace;
import se.brygga.setup.FeedSetup.Quiet;
import se.brygga.setup.yaml.Section;
import se.brygga.workflows.refusal.SetupReason;

/**
 * Reads a tenant's {@code feeds} section. Each shop may name its own pace for stock. All shops share one stock feed, so
 * the shortest of these paces counts.
 */
final class FeedSetupReader {

    private final FeedSetup file;
    private final boolean stockEveryGiven;
    private final boolean stockAtMostGiven;
    private @Nullable Duration shopsEvery;

    FeedSetupReader(Section s) {
        Section stock = s.optionalSection("stock");
        this.stockEveryGiven = stock.has("every");
        this.stockAtMostGiven = stock.has("atMost");
        this.file = new FeedSetup(
                pace(s.optionalSection("orders")), pace(stock), pace(s.optionalSection("prices")), zone(s));
        s.end();
    }

    /** Reads {@code every} of a shop's {@code stock} section. */
    void readShop(Section stock) {
        Duration every = stock.duration("every");
        if (stockEveryGiven
                && stock.has("every")
                && every.compareTo(file.stock().shortest()) < 0) {
            stock.mistake(
                    "every", SetupReason.STOCK_OFTENER_THAN_FEED.of(file.stock().shortest()));
        }
        if (shopsEvery == null || every.compareTo(shopsEvery) < 0) {
            shopsEvery = every;
        }
    }

    /** The section together with the paces of the shops. Call this after all shops were read. */
    FeedSetup setup() {
        if (stockEveryGiven || shopsEvery == null) {
            return file;
        }
        Pace stock = file.stock();
        Duration shortest = stockAtMostGiven ? min(shopsEvery, stock.longest()) : shopsEvery;
        return new FeedSetup(
                file.orders(),
                new Pace(shortest, max(stock.longest(), shortest), stock.quiet()),
                file.prices(),
                file.zone());
    }

    private static Pace pace(Section s) {
        Duration every = s.duration("every");
        Duration atMost = s.duration("atMost");
        Quiet quiet = quiet(s);
        s.end();
        if (s.has("every") && s.has("atMost")) {
            if (atMost.compareTo(every) < 0) {
                s.mistake("atMost", SetupReason.AT_MOST_BELOW_EVERY.of(every));
            }
            return new Pace(every, max(every, atMost), quiet);
        }
        // A file that has one of the two keys need not know the other's default.
        return s.has("every")
                ? new Pace(every, max(every, atMost), quiet)
                : new Pace(min(every, atMost), atMost, quiet);
    }

    private static @Nullable Quiet quiet(Section s) {
        Optional<String> text = s.optionalText("quiet");
        if (text.isEmpty()) {
            return null;
        }
        String[] times = text.get().split("-", -1);
        try {
            if (times.length == 2 && !LocalTime.parse(times[0]).equals(LocalTime.parse(times[1]))) {
                return new Quiet(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
            }
        } catch (DateTimeException e) {
            // The mistake below says what is wrong.
        }
        s.mistake("quiet", SetupReason.QUIET_FORM.of("quiet: \"01:00-05:00\""));
        return null;
    }

    private static ZoneId zone(Section s) {
        ZoneId usual = ZoneId.of(s.usual("timeZone"));
        return s.value("timeZone", usual, ZoneId::of, zone -> true, SetupReason.TIME_ZONE_UNKNOWN.of(usual));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
