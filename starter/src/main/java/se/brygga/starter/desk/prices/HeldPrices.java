package se.brygga.starter.desk.prices;

import java.util.List;
import se.brygga.starter.desk.trouble.Trouble;

/**
 * Price changes that wait for a person.
 *
 * @param notWritten shops that are sent no prices at present
 */
public record HeldPrices(List<HeldPrice> prices, List<Trouble.NotWritten> notWritten) {}
