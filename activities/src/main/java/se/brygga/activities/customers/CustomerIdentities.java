package se.brygga.activities.customers;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.order.SpecterCustomer;

/**
 * The values by which Specter finds a customer's card, in Specter's order: the e-mail first, then the number (Specter
 * reference 4.1).
 */
record CustomerIdentities(List<Identity> inOrder) {

    /** Digits of a Swedish number without its century. */
    private static final int DIGITS = 10;

    /**
     * One identity.
     *
     * @param value normalised: Specter is assumed to ignore case, and hyphens and centuries of a number
     */
    record Identity(String kind, String value) {}

    /** The identities that count, by the flags with which the customer is sent. */
    static CustomerIdentities of(@Nullable String email, @Nullable String orgNo, SpecterCustomer.Match match) {
        return new CustomerIdentities(Stream.of(
                        email == null || match.ignoreEmail()
                                ? null
                                : new Identity("email", email.strip().toLowerCase(Locale.ROOT)),
                        orgNo == null || match.ignoreOrgNo() ? null : new Identity("orgno", number(orgNo)))
                .filter(Objects::nonNull)
                .toList());
    }

    static CustomerIdentities of(SpecterCustomer customer) {
        return of(customer.email(), customer.orgNo(), customer.match());
    }

    private static String number(String orgNo) {
        String digits = orgNo.replaceAll("\\D", "");
        return digits.length() < DIGITS
                ? orgNo.strip().toLowerCase(Locale.ROOT)
                : digits.substring(digits.length() - DIGITS);
    }
}
