package se.brygga.activities.goods;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** Something that goes from the books to a shop: stock, or prices. */
public interface ShopPush {

    /** A shop that does not want it. */
    ShopRounds.Count NOTHING = new ShopRounds.Count(0, 0, false);

    /**
     * Writes what the shop should have and, as far as we know, has not. May be repeated.
     *
     * @param served whether the shop is still served: one that was suspended gets no further row
     * @throws se.brygga.clients.remote.RemoteFailure the shop does not answer, or refuses our credentials
     * @throws UnknownName the set-up names what the shop does not have
     */
    ShopRounds.Count push(ShopRef shop, ShopSetup setup, BooleanSupplier served);

    /** Marks the shop dirty after an interrupted push, so that the next poll starts another. */
    void markDirty(ShopRef shop);

    /**
     * Reads the whole shop and compares; what differs is written by the next push.
     *
     * @param run is told how far it is, and what was found
     * @return what was found
     * @throws se.brygga.clients.remote.RemoteFailure the shop does not answer, or refuses our credentials
     * @throws UnknownName the set-up names what the shop does not have
     * @throws ComparisonBook.Stopped nobody wants it any more
     */
    ComparisonBook.Found compare(ShopRef shop, ShopSetup setup, ComparisonBook.Run run);

    /** Names in the set-up that the shop does not know. */
    final class UnknownName extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** A person reads no more; when these are mended, the next ones stand there. */
        private static final int NAMED_AT_MOST = 10;

        private final String told;

        /** @param names each with what it is: the stock location "Lund" */
        UnknownName(Collection<Detail> names) {
            this(Phrase.NOT_IN_THE_SHOP.with(listed(names)));
        }

        private UnknownName(Detail told) {
            super(CauseTexts.in(Locale.ENGLISH).detail(told));
            this.told = told.stored();
        }

        private static Detail listed(Collection<Detail> names) {
            Detail first = Detail.list(names.stream().limit(NAMED_AT_MOST).toList());
            int more = names.size() - NAMED_AT_MOST;
            return more > 0 ? Phrase.AND_MORE.with(first, more) : first;
        }

        /** Which names. */
        public Detail told() {
            return new Detail(told);
        }
    }

    /** Finds what the set-up names, and remembers each name that is not there. */
    final class Names {

        private final Set<Detail> unknown = new LinkedHashSet<>();

        /**
         * @param what a stock location, say, with its name
         * @return empty: it is remembered, and {@link #check} tells of it
         */
        public <T> Optional<T> require(Detail what, Optional<T> found) {
            if (found.isEmpty()) {
                unknown.add(what);
            }
            return found;
        }

        /** @throws UnknownName with all names that are not there */
        public void check() {
            if (!unknown.isEmpty()) {
                throw new UnknownName(unknown);
            }
        }
    }
}
