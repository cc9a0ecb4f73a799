package se.brygga.simulators.specter.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.Quirks.Quirk;

/** A business error. Only one code is known; the others are invented and can be changed (reference, section 14 O10). */
public final class SimRefusal extends RuntimeException {

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

        /** What says its code. */
        private Quirk quirk() {
            return Quirk.of(
                    "error.codes." + name().toLowerCase(Locale.ROOT),
                    "O10: code of this error",
                    Integer.toString(usualCode),
                    Quirks.NUMBER);
        }

        /** Those of the codes that nobody knows. */
        static Stream<Quirk> quirks() {
            return Arrays.stream(values())
                    .filter(reason -> reason != OPEN_BATCH)
                    .map(Reason::quirk);
        }
    }

    private final Reason reason;

    public SimRefusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    int code(Quirks quirks) {
        return reason == Reason.OPEN_BATCH ? reason.usualCode : quirks.number(reason.quirk());
    }

    public static SimRefusal key() {
        return new SimRefusal(Reason.KEY, "Felaktig nyckel");
    }

    public static SimRefusal unknownAction() {
        return new SimRefusal(Reason.ACTION, "Okänd action");
    }

    public static SimRefusal parameter(String text) {
        return new SimRefusal(Reason.PARAMETER, text);
    }

    public static SimRefusal openBatch(String number) {
        return new SimRefusal(Reason.OPEN_BATCH, "Batch '" + number + "' är inte kvitterad; kvittera den först");
    }
}
