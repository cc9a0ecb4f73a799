package se.brygga.activities.products.shop.lists;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.lists.EntryBook.Entry;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.ShopRef;

/** Creates each entry of a shop's lists once, also when ten workers need the entry together, and after a lost answer. */
record Once(EntryBook book, ShopRef shop) {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** The id of an entry that was created or found before. */
    Optional<Long> known(Entry entry) {
        return book.find(shop, entry);
    }

    /** Stores the id of an entry that needs no creation of its own. */
    void found(Entry entry, long id) {
        book.claim(shop, entry, null);
        book.made(shop, entry, id);
    }

    /**
     * The id of an entry that the shop's list did not show.
     *
     * @param stale the id in the books, which the list does not show any more; null for none
     * @param look finds the entry in the shop now
     * @throws RemoteFailure BUSY while another worker creates the entry
     */
    long id(Entry entry, @Nullable Long stale, Supplier<Optional<Long>> look, LongSupplier create) {
        return switch (book.claim(shop, entry, stale)) {
            case NEW -> make(entry, Optional::empty, look, create);
            case TAKEN_OVER -> make(entry, look, look, create);
            case OF_ANOTHER ->
                throw new RemoteFailure(
                        RemoteSystem.STARWEB,
                        Kind.BUSY,
                        Why.NO_PLACE,
                        "another worker creates the same entry of the shop's list of " + entry.kind(),
                        SOON,
                        null);
        };
    }

    /** @param refused looks when the shop refuses the entry, because somebody may have made the entry in between */
    private long make(
            Entry entry, Supplier<Optional<Long>> look, Supplier<Optional<Long>> refused, LongSupplier create) {
        try {
            long id = look.get().orElseGet(() -> created(create, refused));
            book.made(shop, entry, id);
            return id;
        } catch (RemoteFailure failure) {
            if (failure.kind() == Kind.OUTCOME_UNKNOWN) {
                book.uncertain(shop, entry);
            } else {
                book.release(shop, entry);
            }
            throw failure;
        }
    }

    private static long created(LongSupplier create, Supplier<Optional<Long>> refused) {
        try {
            return create.getAsLong();
        } catch (RemoteFailure failure) {
            if (failure.kind() != Kind.REFUSED) {
                throw failure;
            }
            return refused.get().orElseThrow(() -> failure);
        }
    }
}
