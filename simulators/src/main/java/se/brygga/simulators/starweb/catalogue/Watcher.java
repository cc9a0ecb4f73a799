package se.brygga.simulators.starweb.catalogue;

/** Is told of what happens to products. */
public interface Watcher {

    /** Stock has changed, in a shop that tells of it (O-39). */
    void stockChanged(long productId);

    void removed(long productId);
}
