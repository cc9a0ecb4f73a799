package se.brygga.starter.desk;

import java.util.function.Supplier;

/** An operator has named something that is not there. The text says what, and where it helps which there are. */
public final class NotFound extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public NotFound(String what) {
        super(what);
    }

    private NotFound(IllegalArgumentException unknown) {
        super(unknown.getMessage(), unknown);
    }

    /**
     * Asks the books, which refuse a name that they do not know.
     *
     * @param look a question with nothing wrong but such a name
     */
    public static <T> T orElse(Supplier<T> look) {
        try {
            return look.get();
        } catch (IllegalArgumentException unknown) {
            throw new NotFound(unknown);
        }
    }

    /** The same for a question without an answer. */
    public static void unless(Runnable look) {
        orElse(() -> {
            look.run();
            return true;
        });
    }
}
