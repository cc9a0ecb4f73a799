package se.brygga.clients.shop;

import java.time.Instant;

/** A shop that is held against the contracts of its roles, and what its people do beside Brygga. */
interface ContractedShop {

    /** Through the client under test. */
    WebShop client();

    /** A SKU that the shop sells, in its own spelling; alone in its product. */
    String sku();

    /** A shopper places an order for one piece and pays it. */
    long placeAndPay();

    /** A shopper places an order, and has not paid yet. */
    long place();

    /** The shop's staff changes what was ordered. */
    void edit(long orderId);

    /** The shop's staff deletes an order. */
    void delete(long orderId);

    /** Another party writes its mark on an order. */
    void markAsAnotherParty(long orderId);

    /** How many mails and captures there were about an order. */
    long told(long orderId);

    /** How many orders one page holds. */
    int pageSize();

    /** Moves the shop's clock on by some seconds. */
    void later();

    Instant now();

    /** The shop's staff removes the variant. */
    void remove(String sku);
}
