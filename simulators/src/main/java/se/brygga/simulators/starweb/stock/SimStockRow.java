package se.brygga.simulators.starweb.stock;

import java.math.BigDecimal;

/** What lies of a variant at one place. */
public record SimStockRow(BigDecimal quantity, long statusId, String shelfSpace) {}
