package se.brygga.activities.orders;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.workflows.Sku;

/**
 * One value by which an order is found, normalised so that all of its spellings are one. A shopper's values are
 * personal. {@link SearchBook} hashes them before they are stored or looked up.
 *
 * @param value for a name: one of its words
 */
public record SearchTerm(Kind kind, String value) {

    /** What an order is found by, in the order in which results are shown. */
    public enum Kind {
        ORDER_NUMBER,
        SPECTER_NUMBER,
        PARCEL,
        PAYMENT_REFERENCE,
        SKU,
        EMAIL,
        PHONE,
        NAME;

        /** The code in the text that is hashed. */
        String code() {
            return Sql.code(this);
        }
    }

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_PARCEL = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{6,15}");
    private static final Pattern IN_PHONE = Pattern.compile("\\(0\\)|[\\s\\p{Z}().\\-\u2010-\u2015]+");
    private static final Pattern BETWEEN_PHONES = Pattern.compile("[/,;]");

    /** Letters of the Swedish alphabet. A mark on any other letter is an accent, which people leave out. */
    private static final String LETTERS_WITH_MARKS = "åäö";

    /** Words that many companies have. */
    private static final Set<String> LEGAL_FORMS = Set.of("ab", "hb", "kb", "oy", "aps", "ltd", "gmbh");

    /** The number of a parcel without blanks, which an order's own text or a typed text may hold. */
    public static String parcel(String number) {
        return NO_PARCEL.matcher(number.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    /** The terms by which the order is found, apart from its numbers and parcels. */
    static Set<SearchTerm> of(ShopOrder order) {
        Set<SearchTerm> terms = new HashSet<>();
        add(terms, Kind.PAYMENT_REFERENCE, order.payment().reference(), SearchTerm::reference);
        skus(order.items()).forEach(sku -> add(terms, Kind.SKU, sku, Sku::key));
        order.customerIfKnown().ifPresent(customer -> add(terms, Kind.EMAIL, customer.email(), SearchTerm::email));
        addresses(order.addresses()).forEach(address -> {
            phones(address.phoneNo()).forEach(terms::add);
            phones(address.mobilePhoneNo()).forEach(terms::add);
            Stream.of(address.companyName(), address.firstName(), address.lastName())
                    .flatMap(SearchTerm::words)
                    .forEach(terms::add);
        });
        return terms;
    }

    /**
     * The terms that a typed text can mean; for a name, each of its words. An order matches a kind when it has all
     * terms of that kind.
     */
    public static Set<SearchTerm> typed(String text) {
        Set<SearchTerm> terms = new LinkedHashSet<>();
        add(terms, Kind.ORDER_NUMBER, text, SearchTerm::number);
        add(terms, Kind.SPECTER_NUMBER, text, SearchTerm::number);
        add(terms, Kind.PARCEL, text, SearchTerm::parcel);
        add(terms, Kind.PAYMENT_REFERENCE, text, SearchTerm::reference);
        add(terms, Kind.SKU, text, Sku::key);
        if (text.contains("@")) {
            add(terms, Kind.EMAIL, text, SearchTerm::email);
        } else {
            phones(text).forEach(terms::add);
            words(text).forEach(terms::add);
        }
        return terms;
    }

    private static void add(Set<SearchTerm> terms, Kind kind, @Nullable String text, UnaryOperator<String> spelled) {
        String value = text == null ? "" : spelled.apply(text);
        if (!value.isEmpty()) {
            terms.add(new SearchTerm(kind, value));
        }
    }

    private static Stream<String> skus(List<ShopOrder.Item> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.ofNullable(item.sku()), skus(item.bundled())));
    }

    private static Stream<ShopOrder.Address> addresses(ShopOrder.Addresses all) {
        return Stream.of(
                        all.originalInvoice(),
                        all.originalDelivery(),
                        all.customerInvoice(),
                        all.customerDelivery(),
                        all.paymentMethodInvoice(),
                        all.paymentMethodDelivery())
                .flatMap(Stream::ofNullable);
    }

    private static String number(String text) {
        Matcher digits = NUMBER.matcher(BLANKS.matcher(text).replaceAll(""));
        return digits.matches() ? digits.group(1) : "";
    }

    private static String reference(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String email(String text) {
        return reference(text);
    }

    /** A field may hold two numbers. Swedish numbers are equal with +46, with 0046 and with 0. */
    private static Stream<SearchTerm> phones(@Nullable String text) {
        return Stream.ofNullable(text)
                .flatMap(BETWEEN_PHONES::splitAsStream)
                .map(number -> IN_PHONE.matcher(Normalizer.normalize(number, Form.NFKC))
                        .replaceAll(""))
                .filter(number -> PHONE.matcher(number).matches())
                .map(number -> number.startsWith("00") ? "+" + number.substring(2) : number)
                .map(number ->
                        number.startsWith("+46") ? "0" + number.substring(3).replaceFirst("^0+", "") : number)
                .map(number -> new SearchTerm(Kind.PHONE, number));
    }

    private static Stream<SearchTerm> words(@Nullable String text) {
        return Stream.ofNullable(text)
                .flatMap(name -> Arrays.stream(BETWEEN_WORDS.split(folded(name))))
                .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word))
                .map(word -> new SearchTerm(Kind.NAME, word));
    }

    /**
     * The text in lower case and without accents. ÅSA becomes åsa, and André becomes andre. Åsa does not become Asa,
     * which is another name.
     */
    private static String folded(String text) {
        String small =
                Normalizer.normalize(text, Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(small, Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> LETTERS_WITH_MARKS.contains(letter)
                        ? letter
                        : ACCENTS.matcher(Normalizer.normalize(letter, Form.NFD))
                                .replaceAll(""))
                .collect(Collectors.joining());
    }
}
