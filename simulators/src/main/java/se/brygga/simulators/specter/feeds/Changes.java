package se.brygga.simulators.specter.feeds;

/** Where articles, orders and the like report what has changed. */
@FunctionalInterface
public interface Changes {

    /**
     * @param key never changes, also when the number that people see does
     * @param what that number
     * @param aspect what about it
     */
    void changed(SimFeedKind kind, String key, String what, String aspect);
}
