package se.brygga.clients.specter.order;

import org.jspecify.annotations.Nullable;

/**
 * The customer of {@code newCustomerSubmit} (reference section 4.1). Texts are as the shop has them; the client
 * converts them to Latin-1.
 *
 * @param company null for a private person, whose name is then {@code firstName} and {@code surName}
 * @param invoiceCompanyName a company that a private person named; null when there is none, and for a company
 * @param invoice where the invoice goes
 * @param delivery where the goods go; null when they go to {@code invoice}
 * @param currency ISO 4217
 * @param language Specter's own code: {@code SE}, {@code NO}, {@code EN}
 * @param group Specter's customer group; null sends none
 */
public record SpecterCustomer(
        @Nullable Company company,
        @Nullable String firstName,
        @Nullable String surName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String orgNo,
        @Nullable String vatNo,
        @Nullable String invoiceCompanyName,
        Address invoice,
        @Nullable Delivery delivery,
        String currency,
        String language,
        @Nullable Integer group,
        Match match) {

    /** A company and its contact person. */
    public record Company(
            String name,
            @Nullable String contactPerson,
            @Nullable String attention) {}

    /**
     * A postal address.
     *
     * @param countryCode ISO 3166, two letters
     */
    public record Address(
            String address,
            @Nullable String addressRow2,
            @Nullable String zipCode,
            @Nullable String city,
            @Nullable String countryCode,
            @Nullable String region) {}

    /** A separate delivery address, with the name on the parcel. */
    public record Delivery(
            @Nullable String companyName, @Nullable String attention, Address address) {}

    /**
     * How Specter looks for the customer: the two ignore flags and the force flag of section 4.1.
     *
     * <p>With both ignore flags every call creates a new customer, known or not. Only a set-up that says "always new"
     * may set both (section 15 item 7). The client itself does not check this.
     */
    public record Match(boolean ignoreEmail, boolean ignoreOrgNo, boolean forceUpdate) {}

    /** This customer without a group, so that the card keeps its group. */
    public SpecterCustomer withoutGroup() {
        return new SpecterCustomer(
                company,
                firstName,
                surName,
                email,
                phone,
                mobile,
                orgNo,
                vatNo,
                invoiceCompanyName,
                invoice,
                delivery,
                currency,
                language,
                null,
                match);
    }
}
