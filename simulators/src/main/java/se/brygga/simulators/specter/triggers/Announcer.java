package se.brygga.simulators.specter.triggers;

import java.util.Map;

/** Where it is told that the shop should be called. */
@FunctionalInterface
public interface Announcer {

    /** @param data query parameters beside those that stand in the registered address */
    void announce(SimTriggerKind kind, Map<String, String> data);
}
