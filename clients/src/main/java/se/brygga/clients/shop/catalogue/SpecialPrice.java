package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;

/** What a write says of a variant's offer price. To say nothing and to say "no offer" are two things. */
public sealed interface SpecialPrice {

    /** The offer, excluding VAT. */
    record At(BigDecimal priceExVat) implements SpecialPrice {}

    /** There is no offer; one that is there ends. */
    record None() implements SpecialPrice {}

    /** Whatever the shop has stays: the merchant keeps offers by hand. */
    record Untouched() implements SpecialPrice {}
}
