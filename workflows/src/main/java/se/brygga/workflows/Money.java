package se.brygga.workflows;

import java.math.BigDecimal;

/**
 * An amount in one currency.
 *
 * @param currency ISO 4217 code in upper case
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be a three-letter code, not \"" + currency + "\"");
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
