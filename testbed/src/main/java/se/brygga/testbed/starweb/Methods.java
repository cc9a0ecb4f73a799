package se.brygga.testbed.starweb;

import java.util.List;

/** Payment and shipping methods, the same in each seeded shop. */
final class Methods {

    record Method(long id, String idCode, String name) {}

    static final List<Method> PAYMENT = List.of(
            new Method(1, "klarna", "Klarna"),
            new Method(2, "card", "Kort"),
            new Method(3, "invoice", "Faktura"),
            new Method(4, "swish", "Swish"),
            new Method(5, "gammal", "Postförskott"));

    static final List<Method> SHIPPING = List.of(
            new Method(1, "postnord", "PostNord"),
            new Method(2, "dhl", "DHL"),
            new Method(3, "butik", "Hämta i butik"));

    private Methods() {}
}
