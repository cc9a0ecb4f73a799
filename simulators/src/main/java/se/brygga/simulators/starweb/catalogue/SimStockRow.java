package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;

/** What lies of a variant at one place. */
record SimStockRow(BigDecimal quantity, long statusId, String shelfSpace) {}
