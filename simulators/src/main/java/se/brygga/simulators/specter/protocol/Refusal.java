package se.brygga.simulators.specter.protocol;

import java.util.Locale;
import se.brygga.simulators.Quirks;

/** A business error. Only one code is known; the others are invented and can be changed (reference, section 14 O10). */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was wrong, with the code that it usually has. */
    public enum Reason {
        KEY(10),
        ACCOUNT(11),
        USER(12),
        ACTION(20),
        PARAMETER(30),
        CUSTOMER(40),
        ARTICLE(41),
        DUPLICATE(50),
        BATCH(60),
        /** Another batch is open: the only code that is known (reference, section 5). */
        OPEN_BATCH(99);

        private final int usualCode;

        Reason(int usualCode) {
            this.usualCode = usualCode;
        }

        int usualCode() {
            return usualCode;
        }

        /** Name of the quirk that says its code. */
        String quirk() {
            return "error.codes." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public Refusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    int code(Quirks quirks) {
        return reason == Reason.OPEN_BATCH ? reason.usualCode() : quirks.number(reason.quirk());
    }

    public static Refusal key() {
        return new Refusal(Reason.KEY, "Felaktig nyckel");
    }

    public static Refusal unknownAction() {
        return new Refusal(Reason.ACTION, "Okänd action");
    }

    public static Refusal parameter(String text) {
        return new Refusal(Reason.PARAMETER, text);
    }

    public static Refusal openBatch(String number) {
        return new Refusal(Reason.OPEN_BATCH, "Batch '" + number + "' är inte kvitterad; kvittera den först");
    }
}
