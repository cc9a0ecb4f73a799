package se.brygga.activities.products.initial;

import java.util.List;
import se.brygga.workflows.ShopRef;

/** Lets tests of other packages write the lines of a plan. */
public final class InitialLines {

    private InitialLines() {}

    /** Needs a transaction. */
    public static void replace(InitialLineBook book, ShopRef shop, List<InitialLine> lines) {
        book.replace(shop, lines);
    }
}
