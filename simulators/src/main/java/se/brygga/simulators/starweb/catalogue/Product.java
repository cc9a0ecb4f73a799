package se.brygga.simulators.starweb.catalogue;

import java.util.ArrayList;
import java.util.List;

/** A product with its variants, of which the first is the primary one. */
final class Product {

    final long id;
    final String name;
    final int vatRate;
    final String createdAt;
    final List<SimVariant> variants = new ArrayList<>();

    String modifiedAt;

    Product(long id, String name, int vatRate, String createdAt) {
        this.id = id;
        this.name = name;
        this.vatRate = vatRate;
        this.createdAt = createdAt;
        this.modifiedAt = createdAt;
    }
}
