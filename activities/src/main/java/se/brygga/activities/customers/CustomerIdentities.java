package se.brygga.activities.customers;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.SpecterCustomer;

/** What Specter finds a customer's card by, in Specter's order: the e-mail first, then the number (Specter reference 4.1). */
record CustomerIdentities(List<Identity> inOrder) {

    /** A Swedish number may be written with its century before these. */
    private static final int DIGITS = 10;

    /**
     * One of them.
     *
     * @param value in one spelling: Specter is taken not to tell capitals apart, nor hyphens and centuries of a number
     */
    record Identity(String kind, String value) {}

    /** What counts of these, by the flags that the customer is sent with. */
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
