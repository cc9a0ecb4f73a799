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

/** What goes from the books to a shop: stock, or prices. */
public interface ShopPush {

    /** The result for a shop that wants none. */
    ShopRounds.Count NOTHING = new ShopRounds.Count(0, 0, false);

    /**
     * Writes what the shop should show and, as far as our books know, does not. Idempotent.
     *
     * @param served whether the shop is still served; a suspended shop gets no further row
     * @throws se.brygga.clients.remote.RemoteFailure the shop does not answer, or refuses our credentials
     * @throws UnknownName the set-up names something that the shop does not have
     */
    ShopRounds.Count push(ShopRef shop, ShopSetup setup, BooleanSupplier served);

    /**
     * Reads the whole shop and compares. The next push writes the differences.
     *
     * @param run is told the progress and the findings
     * @return what was found
     * @throws se.brygga.clients.remote.RemoteFailure the shop does not answer, or refuses our credentials
     * @throws UnknownName the set-up names something that the shop does not have
     * @throws ComparisonBook.Stopped somebody has stopped the comparison
     */
    ComparisonBook.Found compare(ShopRef shop, ShopSetup setup, ComparisonBook.Run run);

    /** Says that the set-up names things that the shop does not have. */
    final class UnknownName extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Most names in a message, because a person reads no more. When these are mended, the next ones are shown. */
        private static final int NAMED_AT_MOST = 10;

        private final String told;

        /** @param names each with its kind: the stock location "Lund" */
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

        /** The names for a person. */
        public Detail told() {
            return new Detail(told);
        }
    }

    /** Looks up the names in a set-up, and collects those that the shop does not have. */
    final class Names {

        private final Set<Detail> unknown = new LinkedHashSet<>();

        /**
         * Takes one name.
         *
         * @param what the kind of thing with its name, such as a stock location
         * @return empty if the shop does not have it; {@link #check} tells of it then
         */
        public <T> Optional<T> require(Detail what, Optional<T> found) {
            if (found.isEmpty()) {
                unknown.add(what);
            }
            return found;
        }

        /** @throws UnknownName with all names that the shop does not have */
        public void check() {
            if (!unknown.isEmpty()) {
                throw new UnknownName(unknown);
            }
        }
    }
}
