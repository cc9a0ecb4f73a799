package se.brygga.activities.mapping;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.mapping.Translation.Problem;
import se.brygga.activities.setup.OrderSetup;
import se.brygga.activities.specter.SpecterCustomer;
import se.brygga.activities.starweb.StarwebOrder;
import se.brygga.activities.starweb.StarwebOrder.Address;
import se.brygga.workflows.attention.Cause;

/** The customer: which address, person or company, which keys Specter matches on (Starweb reference 5.4 and 5.5). */
final class CustomerTranslator {

    private CustomerTranslator() {}

    /** Null, and a problem, when no address is usable. */
    static @Nullable SpecterCustomer translate(
            StarwebOrder order, OrderSetup setup, boolean forceUpdate, List<Problem> problems) {
        Address billed = billed(order);
        Address delivery = delivery(order.addresses());
        if (billed == null) {
            problems.add(new Problem(
                    Cause.ADDRESS_UNUSABLE, "none of the order's addresses has a name, a street and a place"));
            return null;
        }
        StarwebOrder.Customer customer =
                order.customerIfKnown().orElse(new StarwebOrder.Customer(null, false, null, null, null));
        if (customer.email() == null && setup.customers().match() != OrderSetup.Match.ORGNO) {
            problems.add(new Problem(Cause.EMAIL_MISSING, "the order has no e-mail address"));
        }
        boolean company = customer.company() || (billed.companyName() != null && customer.vatNo() != null);
        return new SpecterCustomer(
                company ? company(billed) : null,
                company ? null : person(billed) == null ? billed.companyName() : billed.firstName(),
                company ? null : billed.lastName(),
                customer.email(),
                billed.phoneNo(),
                billed.mobilePhoneNo(),
                customer.nationalIdNo(),
                customer.vatNo(),
                company ? null : billed.companyName(),
                address(billed, order),
                delivery == null || delivery.equals(billed) ? null : delivery(delivery, order),
                order.currency(),
                Languages.ofCustomer(order.langCode()),
                company ? setup.customers().companyGroup() : setup.customers().privateGroup(),
                match(setup.customers().match(), forceUpdate));
    }

    /** The address that the invoice goes to; null when the order has none that is usable. */
    static @Nullable Address billed(StarwebOrder order) {
        StarwebOrder.Addresses a = order.addresses();
        Address invoice = usable(a.paymentMethodInvoice(), a.originalInvoice(), a.customerInvoice());
        return invoice == null ? delivery(a) : invoice;
    }

    private static @Nullable Address delivery(StarwebOrder.Addresses a) {
        return usable(a.paymentMethodDelivery(), a.originalDelivery(), a.customerDelivery());
    }

    /** The first whole address; fields of two are never mixed. */
    private static @Nullable Address usable(@Nullable Address... candidates) {
        return Stream.of(candidates)
                .filter(a -> a != null
                        && a.address() != null
                        && (a.postalCode() != null || a.city() != null)
                        && (a.lastName() != null || a.firstName() != null || a.companyName() != null))
                .findFirst()
                .orElse(null);
    }

    private static SpecterCustomer.Company company(Address a) {
        String person = person(a);
        String name = first(a.companyName(), person);
        return new SpecterCustomer.Company(name == null ? "" : name, person, a.attention());
    }

    private static SpecterCustomer.Delivery delivery(Address a, StarwebOrder order) {
        return new SpecterCustomer.Delivery(
                first(a.companyName(), person(a)), first(a.attention(), person(a)), address(a, order));
    }

    private static SpecterCustomer.Address address(Address a, StarwebOrder order) {
        String country = first(a.countryCode(), order.shopCountryCode());
        return new SpecterCustomer.Address(
                String.valueOf(a.address()),
                a.careOf() == null ? null : "c/o " + a.careOf(),
                a.postalCode(),
                a.city(),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                a.state());
    }

    private static @Nullable String person(Address a) {
        String name = Stream.of(a.firstName(), a.lastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    private static SpecterCustomer.Match match(OrderSetup.Match match, boolean forceUpdate) {
        return switch (match) {
            case EMAIL_THEN_ORGNO -> new SpecterCustomer.Match(false, false, forceUpdate);
            case ORGNO -> new SpecterCustomer.Match(true, false, forceUpdate);
            case EMAIL -> new SpecterCustomer.Match(false, true, forceUpdate);
            case ALWAYS_NEW -> new SpecterCustomer.Match(true, true, forceUpdate);
        };
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a != null ? a : b;
    }
}
