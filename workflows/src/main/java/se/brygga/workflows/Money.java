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

    /** Equal in value, whatever the number of decimals: 1.5 and 1.50 SEK are the same money. */
    public boolean sameAs(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
