package se.brygga.activities.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.mapping.Translation.Problem;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.Address;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

/**
 * Translates the customer: which address, person or company, and which keys Specter matches on (Starweb reference 5.4
 * and 5.5). An order never removes anything from the customer's card: a company keeps its name.
 */
final class CustomerTranslator {

    private static final ShopOrder.Customer UNKNOWN = new ShopOrder.Customer(null, false, null, null, null);

    /**
     * Who is invoiced.
     *
     * @param company the company's name; null for a private person
     */
    record Billed(Address address, @Nullable String company) {}

    private CustomerTranslator() {}

    static SpecterCustomer translate(
            ShopOrder order,
            OrderSetup setup,
            boolean forceUpdate,
            Billed invoiced,
            Supplier<Optional<SpecterCustomer>> lastSent,
            List<Problem> problems) {
        ShopOrder.Customer customer = customer(order);
        Address billed = invoiced.address();
        String company = invoiced.company();
        if (customer.email() == null && needsEmail(customer, setup.customers().match(), company != null)) {
            problems.add(new Problem(Cause.EMAIL_MISSING, Phrase.NO_EMAIL));
        }
        Address delivery = company == null ? delivery(order.addresses()) : companyDelivery(order.addresses(), billed);
        return new SpecterCustomer(
                company == null ? null : new SpecterCustomer.Company(company, person(billed), billed.attention()),
                company != null ? null : person(billed) == null ? billed.companyName() : billed.firstName(),
                company != null ? null : billed.lastName(),
                email(customer.email()),
                billed.phoneNo(),
                billed.mobilePhoneNo(),
                customer.nationalIdNo(),
                customer.vatNo(),
                company != null ? null : billed.companyName(),
                address(billed, order),
                delivery == null || delivery.equals(billed) ? null : delivery(delivery, order),
                order.currency(),
                language(order, lastSent),
                company != null
                        ? setup.customers().companyGroup()
                        : setup.customers().privateGroup(),
                setup.customers().match().flags(forceUpdate));
    }

    /**
     * Who is invoiced. Null, with a problem, when no address is usable, or a company has no name.
     *
     * @param lastSent what was last sent for the customer's card
     */
    static @Nullable Billed billed(
            ShopOrder order, Supplier<Optional<SpecterCustomer>> lastSent, List<Problem> problems) {
        ShopOrder.Addresses a = order.addresses();
        List<Address> invoices = usable(a.paymentMethodInvoice(), a.originalInvoice(), a.customerInvoice());
        List<Address> deliveries = deliveries(a);
        List<Address> all =
                Stream.concat(invoices.stream(), deliveries.stream()).toList();
        if (all.isEmpty()) {
            problems.add(new Problem(Cause.ADDRESS_UNUSABLE, Phrase.NO_ADDRESS));
            return null;
        }
        if (!company(order, all) && !isCompanys(lastSent)) {
            return new Billed(all.getFirst(), null);
        }
        // A delivery address may name another company, so the name on the card goes first.
        Optional<Billed> found = ofCompany(invoices)
                .or(() -> lastSent.get()
                        .flatMap(card -> Optional.ofNullable(card.company()))
                        .map(card -> new Billed(all.getFirst(), card.name())))
                .or(() -> ofCompany(deliveries));
        if (found.isEmpty()) {
            problems.add(new Problem(Cause.COMPANY_NAME_MISSING, Phrase.NO_COMPANY_NAME));
        }
        return found.orElse(null);
    }

    private static boolean company(ShopOrder order, List<Address> usable) {
        ShopOrder.Customer customer = customer(order);
        boolean named = usable.stream().anyMatch(address -> address.companyName() != null);
        return customer.company() || (customer.vatNo() != null && (named || customer.nationalIdNo() != null));
    }

    /**
     * Whether the card is a company's. An answer may lack what says so (Starweb reference S-22), and the card must not
     * become a person's.
     */
    private static boolean isCompanys(Supplier<Optional<SpecterCustomer>> lastSent) {
        return lastSent.get().map(card -> card.company() != null).orElse(false);
    }

    private static Optional<Billed> ofCompany(List<Address> usable) {
        return usable.stream()
                .filter(address -> address.companyName() != null)
                .findFirst()
                .map(address -> new Billed(address, address.companyName()));
    }

    private static ShopOrder.Customer customer(ShopOrder order) {
        return order.customerIfKnown().orElse(UNKNOWN);
    }

    /** Whether Specter can know the customer by the e-mail only (Specter reference 4.1). */
    private static boolean needsEmail(ShopOrder.Customer customer, OrderSetup.Match match, boolean company) {
        boolean numbered = customer.nationalIdNo() != null;
        return switch (match) {
            case ORGNO -> false;
            case EMAIL -> true;
            case EMAIL_THEN_ORGNO -> !numbered;
            case ALWAYS_NEW -> !company || !numbered;
        };
    }

    /** The e-mail with the part after the @ in lower case. The part before it may depend on case, and stays. */
    private static @Nullable String email(@Nullable String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        return email == null || at < 0
                ? email
                : email.substring(0, at) + email.substring(at).toLowerCase(Locale.ROOT);
    }

    private static String language(ShopOrder order, Supplier<Optional<SpecterCustomer>> lastSent) {
        return order.langCode() != null
                ? Languages.ofCustomer(order.langCode())
                : lastSent.get().map(SpecterCustomer::language).orElseGet(() -> Languages.ofCustomer(null));
    }

    private static @Nullable Address delivery(ShopOrder.Addresses a) {
        List<Address> usable = deliveries(a);
        return usable.isEmpty() ? null : usable.getFirst();
    }

    /**
     * The delivery address of a company. The parcel bears the company's name if any address of the same place has it.
     */
    private static @Nullable Address companyDelivery(ShopOrder.Addresses a, Address billed) {
        Address first = delivery(a);
        return first == null
                ? null
                : Stream.concat(deliveries(a).stream(), Stream.of(billed))
                        .filter(address -> address.companyName() != null && samePlace(address, first))
                        .findFirst()
                        .orElse(first);
    }

    private static boolean samePlace(Address a, Address b) {
        return same(a.address(), b.address()) && same(a.postalCode(), b.postalCode()) && same(a.city(), b.city());
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return (a == null || b == null) ? Objects.equals(a, b) : a.equalsIgnoreCase(b);
    }

    private static List<Address> deliveries(ShopOrder.Addresses a) {
        return usable(a.paymentMethodDelivery(), a.originalDelivery(), a.customerDelivery());
    }

    /** Usable addresses, best first. The fields of two addresses are never mixed. */
    private static List<Address> usable(@Nullable Address... candidates) {
        return Stream.of(candidates)
                .filter(a -> a != null
                        && a.address() != null
                        && (a.postalCode() != null || a.city() != null)
                        && (a.lastName() != null || a.firstName() != null || a.companyName() != null))
                .toList();
    }

    private static SpecterCustomer.Delivery delivery(Address a, ShopOrder order) {
        return new SpecterCustomer.Delivery(
                first(a.companyName(), person(a)), first(a.attention(), person(a)), address(a, order));
    }

    private static SpecterCustomer.Address address(Address a, ShopOrder order) {
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

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a != null ? a : b;
    }
}
