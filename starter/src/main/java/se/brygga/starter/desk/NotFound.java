package se.brygga.starter.desk;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * An operator has named something that does not exist. The refusal says what and, where this helps, which there are.
 */
public final class NotFound extends RequestRefused {

    private static final long serialVersionUID = 1;

    public NotFound(Refusal refusal) {
        super(refusal);
    }

    /** @param values of the reason's parameters */
    public static NotFound because(Reason reason, @Nullable Object... values) {
        return new NotFound(reason.of(values));
    }

    /**
     * Asks the books, and turns their refusal of an unknown name into NotFound.
     *
     * @param look a question in which only a name can be wrong
     */
    public static <T> T orElse(Supplier<T> look) {
        try {
            return look.get();
        } catch (RequestRefused unknown) {
            throw new NotFound(unknown.refusal());
        }
    }

    /** As {@link #orElse}, for a question without an answer. */
    public static void unless(Runnable look) {
        orElse(() -> {
            look.run();
            return true;
        });
    }
}
