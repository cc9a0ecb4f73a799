package se.brygga.testbed.specter;

/** A business error: Specter's invented codes of the reference, section 14 O10. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int code;

    Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    static Refusal key() {
        return new Refusal(10, "Felaktig nyckel");
    }

    static Refusal unknownAction() {
        return new Refusal(20, "Okänd action");
    }

    static Refusal parameter(String text) {
        return new Refusal(30, text);
    }
}
