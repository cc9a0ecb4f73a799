package se.brygga.workflows.refusal;

import java.util.Locale;

/**
 * Says that a person's request is refused and nothing was changed. The message is the English text, for logs and the
 * Temporal UI.
 */
public class RequestRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public RequestRefused(Refusal refusal) {
        super(RefusalTexts.in(Locale.ENGLISH).text(refusal));
        this.refusal = refusal;
    }

    /** Why the request was refused. */
    public Refusal refusal() {
        return refusal;
    }
}
