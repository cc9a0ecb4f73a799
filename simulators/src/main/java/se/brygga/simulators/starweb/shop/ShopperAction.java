package se.brygga.simulators.starweb.shop;

import java.time.Instant;

/** A mail or a payment action that a change to a status caused. */
public record ShopperAction(String shop, long orderId, Kind what, String status, Instant at) {

    /** What a status change did to a shopper. */
    public enum Kind {
        MAIL,
        CAPTURE,
        RELEASE
    }
}
