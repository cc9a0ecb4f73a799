package se.brygga.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.activities.mapping.Translation.Problem;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.Address;
import se.brygga.clients.shop.order.ShopOrder.Addresses;
import se.brygga.clients.shop.order.ShopOrder.Customer;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.attention.Cause;

class CustomerTranslatorTest {

    private static final Address PAYMENT = at("Betalgatan 1", "Klara", "Klarström", null);
    private static final Address ORIGINAL = at("Ekgatan 1", "Åsa", "Öberg", null);
    private static final Address CARD = at("Gamla vägen 3", "Åsa", "Öberg", null);
    private static final Address OFFICE = at("Kajen 4", "Åsa", "Öberg", "Nordkajak AB");
    private static final Customer COMPANY = new Customer(7L, true, "asa@example.se", "556677-8899", null);
    private static final Customer PERSON = new Customer(7L, false, "asa@example.se", "19800101-1234", null);

    private final List<Problem> problems = new ArrayList<>();
    private Optional<SpecterCustomer> lastSent = Optional.empty();

    @Test
    void takesThePaymentProvidersAddressBeforeTheOrdersOwnBeforeTheCustomersOfToday() {
        assertThat(street(new Addresses(ORIGINAL, null, CARD, null, PAYMENT, null)))
                .isEqualTo("Betalgatan 1");
        assertThat(street(new Addresses(ORIGINAL, null, CARD, null, null, null)))
                .isEqualTo("Ekgatan 1");
        assertThat(street(new Addresses(null, null, CARD, null, null, null))).isEqualTo("Gamla vägen 3");
    }

    @Test
    void passesOverAnAddressThatIsNotWholeAndNeverMixesTwo() {
        Address withoutStreet = address(null, "Klara", "Klarström", null, null, "111 11", "Solna", null);
        Address withoutPlace = address("Betalgatan 1", "Klara", "Klarström", null, null, null, null, null);
        Address withoutName = address("Betalgatan 1", null, null, null, null, "111 11", "Solna", null);

        for (Address broken : List.of(withoutStreet, withoutPlace, withoutName)) {
            SpecterCustomer customer = translated(new Addresses(ORIGINAL, null, CARD, null, broken, null));
            assertThat(customer.invoice())
                    .isEqualTo(new SpecterCustomer.Address("Ekgatan 1", null, "412 50", "Göteborg", "SE", null));
            assertThat(customer.surName()).isEqualTo("Öberg");
        }
    }

    @Test
    void contentsItselfWithACityWithoutAPostalCodeAndACompanyWithoutAPerson() {
        Address sparse = address("Kajen 4", null, null, "Nordkajak AB", null, null, "Oslo", "no");

        assertThat(translated(new Addresses(sparse, null, null, null, null, null))
                        .invoice())
                .isEqualTo(new SpecterCustomer.Address("Kajen 4", null, null, "Oslo", "NO", null));
    }

    @Test
    void takesTheShopsCountryForAnAddressWithoutOne() {
        Address sparse = address("Ekgatan 1", "Åsa", "Öberg", null, null, "412 50", "Göteborg", null);

        assertThat(translated(new Addresses(sparse, null, null, null, null, null))
                        .invoice()
                        .countryCode())
                .isEqualTo("SE");
    }

    @Test
    void choosesTheDeliveryAddressApartFromTheInvoiceAddress() {
        SpecterCustomer customer = translated(new Addresses(ORIGINAL, OFFICE, null, CARD, PAYMENT, null));

        assertThat(customer.invoice().address()).isEqualTo("Betalgatan 1");
        assertThat(customer.delivery()).isNotNull().satisfies(delivery -> {
            assertThat(delivery.companyName()).isEqualTo("Nordkajak AB");
            assertThat(delivery.attention()).isEqualTo("Åsa Öberg");
            assertThat(delivery.address().address()).isEqualTo("Kajen 4");
        });
    }

    @Test
    void deliversToTheInvoiceAddressWhereThereIsNoOtherAndInvoicesToTheDeliveryAddressWhereThereIsNone() {
        assertThat(translated(new Addresses(ORIGINAL, ORIGINAL, null, null, null, null))
                        .delivery())
                .isNull();
        assertThat(translated(new Addresses(ORIGINAL, null, null, null, null, null))
                        .delivery())
                .isNull();
        assertThat(street(new Addresses(null, OFFICE, null, null, null, null))).isEqualTo("Kajen 4");
    }

    @Test
    void takesCareOfIntoTheSecondRow() {
        Address lodger = new Address(
                null, "Åsa", "Öberg", "Ek", null, null, "Ekgatan 1", "412 50", "Göteborg", "VGR", "SE", "031", "070");

        SpecterCustomer customer = translated(new Addresses(lodger, null, null, null, null, null));

        assertThat(customer.invoice().addressRow2()).isEqualTo("c/o Ek");
        assertThat(customer.invoice().region()).isEqualTo("VGR");
        assertThat(customer.phone()).isEqualTo("031");
        assertThat(customer.mobile()).isEqualTo("070");
    }

    @Test
    void makesACompanyOfACompanysCard() {
        SpecterCustomer customer = translated(
                new Addresses(OFFICE, null, null, null, null, null),
                new Customer(7L, true, "asa@example.se", "556677-8899", null));

        assertThat(customer.company()).isEqualTo(new SpecterCustomer.Company("Nordkajak AB", "Åsa Öberg", null));
        assertThat(customer.surName()).isNull();
        assertThat(customer.group()).isEqualTo(2);
        assertThat(customer.orgNo()).isEqualTo("556677-8899");
        assertThat(customer.invoiceCompanyName()).isNull();
    }

    @Test
    void makesACompanyOfWhoeverHasCompanyNameAndVatNumber() {
        SpecterCustomer customer = translated(
                new Addresses(OFFICE, null, null, null, null, null),
                new Customer(7L, false, "asa@example.se", null, "SE556677889901"));

        assertThat(customer.company()).isNotNull();
        assertThat(customer.vatNo()).isEqualTo("SE556677889901");
    }

    @Test
    void takesTheFirstAddressThatNamesTheCompanyAndAllOfIt() {
        SpecterCustomer customer = translated(new Addresses(OFFICE, null, CARD, null, PAYMENT, null), COMPANY);

        assertThat(customer.company()).isEqualTo(new SpecterCustomer.Company("Nordkajak AB", "Åsa Öberg", null));
        assertThat(customer.invoice().address()).isEqualTo("Kajen 4");
        assertThat(customer.surName()).isNull();
    }

    @Test
    void takesACompanyByItsTwoNumbersForOne() {
        Customer numbered = new Customer(7L, false, "asa@example.se", "556677-8899", "SE556677889901");

        assertThat(translated(new Addresses(OFFICE, null, null, null, PAYMENT, null), numbered)
                        .company())
                .isEqualTo(new SpecterCustomer.Company("Nordkajak AB", "Åsa Öberg", null));
    }

    @Test
    void keepsTheNameOnTheCompanysCardWhereNoInvoiceAddressHasOne() {
        lastSent = Optional.of(translated(new Addresses(OFFICE, null, null, null, null, null), COMPANY));
        Address site = at("Bygget 1", "Klara", "Klarström", "Kunden AB");

        SpecterCustomer customer = translated(new Addresses(null, site, null, null, PAYMENT, null), COMPANY);

        assertThat(customer.company()).isEqualTo(new SpecterCustomer.Company("Nordkajak AB", "Klara Klarström", null));
        assertThat(customer.invoice().address()).isEqualTo("Betalgatan 1");
        assertThat(problems).isEmpty();
    }

    /** An answer of the shop may lack the customer's card, and what says that it is a company. */
    @Test
    void makesNoPersonOfTheCompanyWhoseOrderDoesNotSayThatItIsOne() {
        lastSent = Optional.of(translated(new Addresses(OFFICE, null, null, null, null, null), COMPANY));

        SpecterCustomer unnamed = translated(new Addresses(null, null, null, null, PAYMENT, null), PERSON);
        SpecterCustomer named = translated(new Addresses(OFFICE, null, null, null, PAYMENT, null), PERSON);

        assertThat(unnamed.company()).isEqualTo(new SpecterCustomer.Company("Nordkajak AB", "Klara Klarström", null));
        assertThat(unnamed.firstName()).isNull();
        assertThat(Objects.requireNonNull(named.company()).name()).isEqualTo("Nordkajak AB");
        assertThat(named.invoice().address()).isEqualTo("Kajen 4");
        assertThat(problems).isEmpty();
    }

    @Test
    void takesADeliveryAddressThatNamesTheCompanyWhereNothingElseDoes() {
        SpecterCustomer customer = translated(new Addresses(null, OFFICE, null, null, PAYMENT, null), COMPANY);

        assertThat(Objects.requireNonNull(customer.company()).name()).isEqualTo("Nordkajak AB");
        assertThat(customer.invoice().address()).isEqualTo("Kajen 4");
    }

    @Test
    void waitsWhenNobodyKnowsTheCompanysName() {
        lastSent = Optional.of(translated(new Addresses(ORIGINAL, null, null, null, null, null), PERSON));

        SpecterCustomer customer = translate(
                Orders.order()
                        .addresses(new Addresses(ORIGINAL, null, null, null, PAYMENT, null))
                        .customer(COMPANY),
                OrderSetups.usual().build(),
                true);

        assertThat(customer).isNull();
        assertThat(problems).extracting(Problem::cause).containsExactly(Cause.COMPANY_NAME_MISSING);
    }

    @Test
    void putsTheCompanysNameOnAParcelToItsOwnDoorAndToNoOther() {
        Address buyerAtTheOffice = at("KAJEN 4", "Klara", "Klarström", null);

        SpecterCustomer atTheOffice =
                translated(new Addresses(OFFICE, OFFICE, null, null, buyerAtTheOffice, buyerAtTheOffice), COMPANY);
        SpecterCustomer elsewhere = translated(new Addresses(OFFICE, OFFICE, null, null, null, PAYMENT), COMPANY);

        assertThat(atTheOffice.delivery()).isNull();
        assertThat(elsewhere.delivery())
                .satisfies(
                        delivery -> assertThat(Objects.requireNonNull(delivery).companyName())
                                .isEqualTo("Klara Klarström"));
    }

    @ParameterizedTest
    @CsvSource({
        "kund@Example.SE, kund@example.se",
        "Kund.Ett@EXAMPLE.se, Kund.Ett@example.se",
        "utan snabel-a, utan snabel-a"
    })
    void writesTheDomainOfAnEMailAddressInOneWay(String written, String sent) {
        assertThat(Objects.requireNonNull(translate(
                                Orders.order().email(written),
                                OrderSetups.usual().build(),
                                true))
                        .email())
                .isEqualTo(sent);
    }

    @Test
    void keepsTheCardsLanguageWhereTheOrderHasNone() {
        Orders silent = Orders.order().language(null);
        OrderSetup setup = OrderSetups.usual().build();
        assertThat(Objects.requireNonNull(translate(silent, setup, true)).language())
                .isEqualTo("SE");

        lastSent = Optional.ofNullable(translate(Orders.order().language("en"), setup, true));

        assertThat(Objects.requireNonNull(translate(silent, setup, true)).language())
                .isEqualTo("EN");
    }

    @ParameterizedTest
    @CsvSource({"EMAIL_THEN_ORGNO, false", "ORGNO, false", "ALWAYS_NEW, false", "EMAIL, true"})
    void needsNoEMailAddressOfACompanyWithANumberUnlessOnlyTheAddressIsMatched(OrderSetup.Match match, boolean waits) {
        translate(
                Orders.order()
                        .customer(new Customer(7L, true, null, "556677-8899", null))
                        .addresses(new Addresses(OFFICE, null, null, null, null, null)),
                OrderSetups.usual().customers(match, null, null).build(),
                true);

        assertThat(problems.stream().anyMatch(p -> p.cause() == Cause.EMAIL_MISSING))
                .isEqualTo(waits);
    }

    @Test
    void keepsTheCompanyThatAPrivatePersonNamed() {
        SpecterCustomer customer = translated(new Addresses(OFFICE, null, null, null, null, null), PERSON);

        assertThat(customer.company()).isNull();
        assertThat(customer.firstName()).isEqualTo("Åsa");
        assertThat(customer.surName()).isEqualTo("Öberg");
        assertThat(customer.invoiceCompanyName()).isEqualTo("Nordkajak AB");
        assertThat(customer.group()).isEqualTo(1);
        assertThat(customer.orgNo()).isEqualTo("19800101-1234");
    }

    @Test
    void callsAPersonWithoutAFirstNameNotByTheCompanysName() {
        Address halfNamed = address("Kajen 4", null, "Öberg", "Nordkajak AB", null, "412 50", "Göteborg", "SE");
        Address unnamed = address("Kajen 4", null, null, "Nordkajak AB", null, "412 50", "Göteborg", "SE");

        assertThat(translated(new Addresses(halfNamed, null, null, null, null, null))
                        .firstName())
                .isNull();
        assertThat(translated(new Addresses(unnamed, null, null, null, null, null))
                        .firstName())
                .isEqualTo("Nordkajak AB");
    }

    @ParameterizedTest
    @CsvSource({"EMAIL_THEN_ORGNO, false, false", "ORGNO, true, false", "EMAIL, false, true", "ALWAYS_NEW, true, true"})
    void matchesAsTheSetUpSays(OrderSetup.Match match, boolean ignoreEmail, boolean ignoreOrgNo) {
        OrderSetup setup = OrderSetups.usual().customers(match, 1, 2).build();

        for (boolean force : new boolean[] {true, false}) {
            SpecterCustomer customer = translate(Orders.order().customer(PERSON), setup, force);
            assertThat(Objects.requireNonNull(customer).match())
                    .isEqualTo(new SpecterCustomer.Match(ignoreEmail, ignoreOrgNo, force));
        }
    }

    @ParameterizedTest
    @CsvSource({"EMAIL_THEN_ORGNO, true", "EMAIL, true", "ALWAYS_NEW, true", "ORGNO, false"})
    void waitsWithoutAnEMailAddressUnlessOnlyTheNumberIsMatched(OrderSetup.Match match, boolean waits) {
        OrderSetup setup = OrderSetups.usual().customers(match, null, null).build();

        translate(Orders.order().email(null), setup, true);

        assertThat(problems.stream().anyMatch(p -> p.cause() == Cause.EMAIL_MISSING))
                .isEqualTo(waits);
    }

    @ParameterizedTest
    @CsvSource({"sv, SE", "en, EN", "no, NO", "nb, NO", "fi, SE", "de, SE", "ar, SE"})
    void writesACustomersLanguageAsSpecterDoes(String code, String expected) {
        SpecterCustomer customer =
                translate(Orders.order().language(code), OrderSetups.usual().build(), true);

        assertThat(Objects.requireNonNull(customer).language()).isEqualTo(expected);
    }

    @Test
    void waitsWhenNoAddressIsUsable() {
        SpecterCustomer customer = translate(
                Orders.order().addresses(new Addresses(null, null, null, null, null, null)),
                OrderSetups.usual().build(),
                true);

        assertThat(customer).isNull();
        assertThat(problems).extracting(Problem::cause).containsExactly(Cause.ADDRESS_UNUSABLE);
    }

    private String street(Addresses addresses) {
        return translated(addresses).invoice().address();
    }

    private SpecterCustomer translated(Addresses addresses) {
        return translated(addresses, PERSON);
    }

    private SpecterCustomer translated(Addresses addresses, Customer customer) {
        return Objects.requireNonNull(translate(
                Orders.order().addresses(addresses).customer(customer),
                OrderSetups.usual().build(),
                true));
    }

    private @Nullable SpecterCustomer translate(Orders orders, OrderSetup setup, boolean force) {
        ShopOrder order = orders.build();
        CustomerTranslator.Billed billed = CustomerTranslator.billed(order, () -> lastSent, problems);
        return billed == null
                ? null
                : CustomerTranslator.translate(order, setup, force, billed, () -> lastSent, problems);
    }

    private static Address at(String street, String firstName, String lastName, @Nullable String company) {
        return address(street, firstName, lastName, company, null, "412 50", "Göteborg", "SE");
    }

    static Address address(
            @Nullable String street,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String company,
            @Nullable String reference,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {
        return new Address(
                company,
                firstName,
                lastName,
                null,
                null,
                reference,
                street,
                postalCode,
                city,
                null,
                country,
                null,
                null);
    }
}
