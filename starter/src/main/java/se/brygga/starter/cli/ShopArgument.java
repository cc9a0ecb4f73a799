package se.brygga.starter.cli;

import se.brygga.workflows.ShopRef;

/** A shop as an operator names it: {@code tenant/shop}. */
final class ShopArgument {

    private ShopArgument() {}

    /** @throws IllegalArgumentException with what is wrong */
    static ShopRef parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("\"" + text + "\" is no shop; write tenant/shop");
        }
        return new ShopRef(parts[0], parts[1]);
    }
}
