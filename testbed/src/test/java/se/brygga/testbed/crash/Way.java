package se.brygga.testbed.crash;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to an order, or to a change in Specter, from its beginning until it rests. */
abstract class Way {

    final Scene scene;
    private final String name;

    Way(Scene scene, String name) {
        this.scene = scene;
        this.name = name;
    }

    final String name() {
        return name;
    }

    /** Which merchants it can happen to. */
    abstract Merchant.Use use();

    /** Victims of one lane need a merchant each; null: several find room at one merchant. */
    abstract @Nullable String lane();

    /** Regular expression over the ids of the workflows whose writes are points. */
    abstract String workflows(Victim victim);

    /** Found in the requests about this victim and no other one; null where its merchant has no others. */
    abstract @Nullable String about(Victim victim);

    /**
     * The victim's call of the shop without what names the victim; empty if the request is none of this way.
     *
     * @param request method and path below the shop's API, without the query
     */
    abstract Optional<String> shopCall(Victim victim, String request);

    /** The inverse of {@link #shopCall}. */
    abstract String shopRequest(Victim victim, String call);

    /** Whether Specter's action is one of this way. */
    abstract boolean isSpecterCall(String action);

    /** While a worker runs: what must have happened before. */
    void prepare(Victim victim) {}

    boolean isPrepared(Victim victim) {
        return true;
    }

    /** While no worker runs: what must be there before calls can be told apart. */
    void place(Victim victim) {}

    /** While no worker runs: what happens. */
    abstract void act(Victim victim);

    /** While a worker runs: what people do about it. Called again and again. */
    void help(Victim victim) {}

    abstract boolean isSettled(Victim victim);

    /**
     * What became of it, in a few words.
     *
     * @throws AssertionError something was lost, or is there twice
     */
    abstract String outcome(Victim victim);
}
