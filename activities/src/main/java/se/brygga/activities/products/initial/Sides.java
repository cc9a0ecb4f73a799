package se.brygga.activities.products.initial;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;

/** The two systems of an initial sync, as the books of the sync of products have them. */
interface Sides {

    /**
     * What both systems have.
     *
     * @param master the articles or variants of the system that decides
     * @param other those of the other system
     * @param whole whether Specter has told of all its articles
     */
    record Both(List<Item> master, List<Item> other, boolean whole) {

        public Both {
            master = List.copyOf(master);
            other = List.copyOf(other);
        }
    }

    /**
     * Reads both systems.
     *
     * @param since what was read before this is too old
     * @return empty while one of them is still being read; asks for the reading, and may be called again
     */
    Optional<Both> read(TenantSetup setup, ShopRef shop, Instant since);

    /** These numbers, by key, are released since now. Joins a transaction. */
    void released(ShopRef shop, Collection<String> skus);

    /** Makes the sync of products write what is released. */
    void carry(ShopRef shop);

    /** Those of these lines that were written, or that wait for a person, with what came of them. */
    List<InitialLine> settled(ShopRef shop, List<InitialLine> lines);

    /**
     * Notes that these lines need no write, so that the sync of products makes none.
     *
     * @return all of them, with what came of them; what was changed since the plan is left to the sync
     */
    List<InitialLine> matched(TenantSetup setup, ShopRef shop, List<InitialLine> lines);
}
