package se.brygga.setup;

import java.util.List;
import java.util.Map;

/**
 * What one shop is told of what happens to its orders in Specter.
 *
 * @param rules what each event does; an event without a rule changes nothing in the shop
 * @param trackers Starweb's tracking type, number or name, by the shipping method's key (as in
 *     {@link OrderSetup#shipping})
 * @param sequence Starweb statuses in the order in which an order passes them; see {@link Rule#back}
 * @param silentDays an order about which Specter has said nothing for this many days is listed (Specter reference O37)
 */
public record StatusSetup(Map<Event, Rule> rules, Map<String, String> trackers, List<String> sequence, int silentDays) {

    /** What can happen to an order in Specter. */
    public enum Event {
        /** Delivered in full. */
        DELIVERED,
        INVOICED,
        PAID,
        CANCELLED,
        /** A delivery was undone. */
        UNDONE
    }

    /**
     * The status to set, with Starweb's switches. Starweb takes both switches for true unless they are sent, so Brygga
     * always sends both.
     *
     * @param set the status: idCode, or id, or name
     * @param mail whether the shop mails the shopper
     * @param capture whether the shop does the payment action of this status: takes a reserved amount, or releases it
     * @param tracking whether the parcel's number goes with the status
     * @param back whether the status may be set although the order has come further in {@link StatusSetup#sequence}
     */
    public record Rule(String set, boolean mail, boolean capture, boolean tracking, boolean back) {}

    public StatusSetup {
        rules = Map.copyOf(rules);
        trackers = Map.copyOf(trackers);
        sequence = List.copyOf(sequence);
    }
}
