package se.brygga.clients.shop.order;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.attention.Phrase;

/** Reads a list of orders whose rows move while it is being read (Starweb reference section 5.1). */
public final class OrderPages {

    /** How often a list is read anew because it became shorter meanwhile. */
    private static final int RESTARTS = 10;

    private OrderPages() {}

    /** Reads a page of a list and says whether the next page is wanted. */
    public interface Reader {

        /**
         * @param number from 1. It is 1 once more when the list is read anew; what was read before must then be
         *     forgotten
         */
        boolean wantsMoreAfter(OrderPage page, int number);
    }

    /**
     * Reads page after page until the reader has enough.
     *
     * @throws RemoteFailure as the list throws it; BUSY when the list became shorter each time
     */
    public static void read(IntFunction<OrderPage> list, Reader reader) {
        Integer total = null;
        int restarts = 0;
        for (int number = 1; ; number++) {
            OrderPage page = list.apply(number);
            if (shrunk(total, page.total())) {
                // A deletion pulled rows up over the border of a page that was read already, so the list is read anew.
                restarts++;
                if (restarts > RESTARTS) {
                    throw new RemoteFailure(
                                    RemoteSystem.STARWEB,
                                    RemoteFailure.Kind.BUSY,
                                    RemoteFailure.Why.RESTLESS_LIST,
                                    "GET /orders: the list grew shorter " + restarts + " times while it was read")
                            .toldAs(Phrase.STARWEB_RESTLESS.with(restarts));
                }
                number = 0;
                total = null;
                continue;
            }
            total = page.total();
            if (!reader.wantsMoreAfter(page, number) || page.last()) {
                return;
            }
        }
    }

    private static boolean shrunk(@Nullable Integer before, @Nullable Integer now) {
        return before != null && now != null && now < before;
    }
}
