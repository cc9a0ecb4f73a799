package se.brygga.starter.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.push.SleepBook.Sleep;
import se.brygga.activities.store.SetupStore;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Tells of shops that nothing is written to at present. */
@Component
record Sleepers(SleepBook book, SetupStore setups) {

    /** Of one tenant or all; those that their set-up still wants to be written. */
    List<Sleep> of(@Nullable String tenant) {
        return book.wanted(setups.allServed()).stream()
                .filter(sleep -> tenant == null || tenant.equals(sleep.shop().tenant()))
                .toList();
    }

    /** Prints a line for the shop, if it sleeps. */
    void print(Feed feed, ShopRef shop) {
        book.of(feed, shop).ifPresent(sleep -> System.out.println(line(sleep)));
    }

    static String line(Sleep sleep) {
        return "! %s of %s is not written since %s (%d tries): %s (%s); next try %s, or at once: brygga feeds poke %s %s"
                .formatted(
                        sleep.feed() == Feed.STOCK ? "stock" : "prices",
                        sleep.shop(),
                        Output.time(sleep.since()),
                        sleep.tries(),
                        sleep.detail(),
                        sleep.code(),
                        sleep.until() == null ? "with the next poll" : Output.time(sleep.until()),
                        sleep.shop().tenant(),
                        sleep.feed().key());
    }
}
