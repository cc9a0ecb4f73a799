package se.brygga.testbed.specter.protocol;

/** A business error: Specter's invented codes of the reference, section 14 O10. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    public Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Refusal key() {
        return new Refusal(10, "Felaktig nyckel");
    }

    public static Refusal unknownAction() {
        return new Refusal(20, "Okänd action");
    }

    public static Refusal parameter(String text) {
        return new Refusal(30, text);
    }

    /** The only code that is known: another batch is open (reference, section 5). */
    public static Refusal openBatch(String number) {
        return new Refusal(99, "Batch '" + number + "' är inte kvitterad; kvittera den först");
    }
}
