package se.brygga.cli.products;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.view.Word;
import se.brygga.workflows.attention.Cause;

/** A variant of a shop, and where it stands on its way to Specter. */
record ProductLine(
        String shop,
        String sku,
        @Nullable String name,
        State state,
        @Nullable Cause cause,
        String detail,
        boolean gone,
        boolean nameCut,
        Instant since) {

    /** Where a variant stands. */
    enum State implements Word {
        PENDING,
        SETTLED,
        WAITING,
        LEFT
    }

    /** Where the variant stands, and what else is to be known of it. */
    String standing(Lines lines) {
        String stands = lines.say(
                switch (state) {
                    case PENDING -> ProductText.PRODUCT_PENDING;
                    case SETTLED -> ProductText.PRODUCT_SETTLED;
                    case WAITING -> ProductText.PRODUCT_WAITING;
                    case LEFT -> ProductText.PRODUCT_LEFT;
                });
        return stands
                + (gone ? ", " + lines.say(ProductText.PRODUCT_GONE) : "")
                + (nameCut ? ", " + lines.say(ProductText.PRODUCT_NAME_CUT) : "");
    }
}
