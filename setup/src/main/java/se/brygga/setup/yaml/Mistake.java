package se.brygga.setup.yaml;

import se.brygga.workflows.refusal.Refusal;

/**
 * One thing that is wrong in a set-up file.
 *
 * @param line from 1; 0 where there is no line to point at
 * @param path {@code shops[0].orders.payments}; empty for the file as a whole
 * @param what is wrong, and what to write instead; never quotes a secret
 */
public record Mistake(int line, String path, Refusal what) {

    /** This mistake with its place. */
    public Refusal refusal() {
        return what.with("line", line == 0 ? "" : line).with("key", path);
    }

    /** The English text, for logs. */
    @Override
    public String toString() {
        return refusal().toString();
    }
}
