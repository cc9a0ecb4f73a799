package se.brygga.cli.initial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Word;
import se.brygga.workflows.attention.Cause;

/** What the plan says of one number, and what came of it. */
record InitialLine(
        int position,
        String number,
        Kind kind,
        @Nullable String other,
        List<Difference> differences,
        @Nullable Cause cause,
        String detail,
        @Nullable Outcome outcome) {

    /** What becomes of a line. */
    enum Kind implements Word {
        CREATE,
        CHANGE,
        MATCH,
        PROPOSED,
        ACCEPTED,
        TWICE,
        IMPOSSIBLE,
        UNDECIDED,
        MAIN,
        ONLY_THERE;

        boolean isWritten() {
            return this == CREATE || this == CHANGE || this == ACCEPTED;
        }

        /** @param direction which way products go */
        InitialText text(InitialStory.Direction direction) {
            return switch (this) {
                case CREATE -> InitialText.INITIAL_CREATE;
                case CHANGE -> InitialText.INITIAL_CHANGE;
                case MATCH -> InitialText.INITIAL_MATCH;
                case PROPOSED -> InitialText.INITIAL_PROPOSED;
                case ACCEPTED -> InitialText.INITIAL_ACCEPTED;
                case TWICE -> InitialText.INITIAL_TWICE;
                case IMPOSSIBLE -> InitialText.INITIAL_IMPOSSIBLE;
                case UNDECIDED -> InitialText.INITIAL_UNDECIDED;
                case MAIN -> InitialText.INITIAL_MAIN;
                case ONLY_THERE ->
                    switch (direction) {
                        case TO_SPECTER -> InitialText.INITIAL_ONLY_IN_SPECTER;
                        case TO_SHOP -> InitialText.INITIAL_ONLY_IN_SHOP;
                    };
            };
        }
    }

    /** What came of a line. */
    enum Outcome implements Word {
        CREATED,
        CHANGED,
        MATCHED,
        LEFT,
        WAITS;

        InitialText text() {
            return switch (this) {
                case CREATED -> InitialText.INITIAL_CREATED;
                case CHANGED -> InitialText.INITIAL_CHANGED;
                case MATCHED -> InitialText.INITIAL_MATCHED;
                case LEFT -> InitialText.INITIAL_LEFT;
                case WAITS -> InitialText.INITIAL_WAITS;
            };
        }
    }

    /** A field of the register. */
    enum Field implements Word {
        NAME(InitialText.FIELD_NAME),
        VAT_RATE(InitialText.FIELD_VAT_RATE),
        BARCODE(InitialText.FIELD_BARCODE),
        WEIGHT(InitialText.FIELD_WEIGHT),
        UNIT(InitialText.FIELD_UNIT),
        SUPPLIER(InitialText.FIELD_SUPPLIER),
        BUY_PRICE(InitialText.FIELD_BUY_PRICE),
        VARIANT_VALUES(InitialText.FIELD_VARIANT_VALUES),
        SHORT_TEXT(InitialText.FIELD_SHORT_TEXT),
        LONG_TEXT(InitialText.FIELD_LONG_TEXT),
        CATEGORY(InitialText.FIELD_CATEGORY),
        IMAGES(InitialText.FIELD_IMAGES),
        VISIBILITY(InitialText.FIELD_VISIBILITY),
        PRICE(InitialText.FIELD_PRICE),
        STOCK(InitialText.FIELD_STOCK);

        private final InitialText text;

        Field(InitialText text) {
            this.text = text;
        }

        InitialText text() {
            return text;
        }
    }

    /** One value that is written. */
    record Difference(Field field, @Nullable String now, String then) {}
}
