package se.brygga.workflows.refusal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a set-up, or what an operator should know of it. Each has the parameters of {@link #PLACE}, which
 * say where, and then its own.
 */
public enum SetupReason implements RefusalCode {
    // The file.
    FILE_MISSING,
    FILE_IS_FOLDER,
    FILE_TOO_LARGE,
    FILE_NOT_READABLE("user"),
    FILE_NOT_UTF8,
    FILE_NOT_YAML("problem"),
    FILE_NOT_PRINTABLE,
    FILE_NESTED,
    FILE_EMPTY,

    // Keys.
    KEY_UNKNOWN("meant", "known"),
    KEY_TWICE,
    KEY_NOT_PRINTABLE,
    SECTION_MISSING("name"),
    SECTION_EXPECTED("name"),
    MISSING("name"),
    EMPTY,

    // Values of any key.
    SINGLE_VALUE_EXPECTED("name"),
    SINGLE_VALUES_EXPECTED("example"),
    LIST_EXPECTED("example"),
    SECTIONS_EXPECTED,
    LIST_EMPTY("example"),
    LIST_TWICE("example"),
    NOT_PRINTABLE,
    REFERENCE_NOT_PRINTABLE,
    REFERENCE_WITHOUT_VALUE("name"),
    SECRET_EMPTY("example"),
    SECRET_EXPORTED("example"),
    SECRET_WITH_BLANKS,
    WHOLE_NUMBER_EXPECTED("least", "most", "example"),
    NUMBER_EXPECTED("least", "most", "example"),
    TIME_EXPECTED("least", "most", "example"),
    FLAG_EXPECTED,
    WORD_UNKNOWN("word", "words"),
    NAME_FORM("example"),
    NAME_TWICE,
    VALUE_TWICE("thing", "text"),
    TIME_ZONE_UNKNOWN("example"),
    CURRENCY_UNKNOWN("example"),
    ARTICLE_WITH_SPACE,

    // Addresses.
    ADDRESS_EXPECTED,
    ADDRESS_NOT_READABLE,
    ADDRESS_WITH_MORE,
    ADDRESS_NOT_ENCRYPTED,
    ADDRESS_SCHEME("scheme"),

    // The tenant and its account in Specter.
    TENANT_TWICE,
    FLOW_SENDS_NOTHING_BACK,
    ADAPTER_AT_LIVE_HOST,
    ACCOUNT_MISSING,
    SPECTER_KEY_SHORT("form"),
    SPECTER_KEY_UNLIKE("form"),
    ANSWER_CODE_TWICE("answer"),
    PATTERN_EXPECTED("example"),
    PATTERN_WITH_GROUP_EXPECTED("example"),
    PRICE_LISTS_WITHOUT_CALL,
    SYSTEM_TWICE("system", "address", "holder", "first"),

    // A shop and its orders.
    SHOP_TWICE,
    PREFIX_FORM("example"),
    PREFIX_ENDS_IN_DIGIT("example"),
    PREFIX_TWICE,
    EXTERNAL_ID_TYPE("usual"),
    NO_TRANSFER("example"),
    NO_INVOICES,
    NO_PAYMENTS("example"),
    NO_SHIPPING("example"),
    ALWAYS_NEW_CUSTOMERS,

    // What goes back to the shop.
    NO_STATUS_RULE("example"),
    CANCELLED_AS_DELIVERED("example"),
    GOES_ON_AS_CANCELLED("example"),
    CANCELLED_SPELLING("text"),
    TRACKER_WITHOUT_METHOD("methods"),
    CARRIERS_NOT_NAMED("methods", "example"),
    STOCK_OFTENER_THAN_FEED("every"),
    AT_MOST_BELOW_EVERY("every"),
    QUIET_FORM("example"),
    PUBLISH_UNKNOWN("word"),
    SITES_DEFAULT("example"),
    SITES_UNKNOWN("word", "example"),
    SITES_AND_LOCATIONS,
    SKU_TWICE,
    LISTS_ARE_OFF,
    NO_PRICES,
    PRODUCTS_GO_THE_OTHER_WAY,
    PRODUCTS_OF_SEVERAL_SHOPS("first"),
    PRODUCT_FIELD_UNKNOWN("known"),
    PRODUCT_FIELD_MODE("allowed"),
    PRODUCT_NAME_FORM("example"),
    TIME_OF_DAY_EXPECTED("example"),

    // What the books say.
    PLACE_REMOVED("place", "who", "why"),
    SHOP_NOT_IN_FILE("place"),
    SYSTEM_OF_OTHER_TENANT("system", "address", "holder"),
    SYSTEM_OF_OTHER_SHOP("system", "address", "holder", "name"),
    SHOP_MOVES("before", "now"),
    ACCOUNT_MOVES("before", "now"),

    // What Specter and the shops say.
    SPECTER_NOT_REACHED("host", "answer"),
    SPECTER_CREDENTIALS("answer"),
    SPECTER_REFUSES("host", "answer"),
    SPECTER_BUSY("host", "answer"),
    SPECTER_NOT_THERE("host", "answer"),
    SPECTER_LETS_NOT_IN("host", "answer"),
    SPECTER_ANSWERS_OTHERWISE("host", "answer"),
    SPECTER_NOT_TRIED("answer"),
    SHOP_NOT_READ("detail"),
    METHODS_NOT_READ("detail"),
    OTHER_CONNECTOR("marks"),
    HOOKS_OF_OTHER_PLACE("other", "prefix"),
    INVOICES_NEVER_TOLD,
    SHOP_LACKS("thing", "text", "known"),
    SHOP_HAS_SEVERAL("text", "known"),
    METHODS_WITHOUT_CARRIER("methods", "known"),
    MASTER_LIST_CURRENCY("currency", "own"),
    MASTER_LIST_TWICE("text");

    /** Something of which a shop has several, and a set-up names one. */
    public enum Thing {
        ORDER_STATUS,
        TRACKING_TYPE,
        PAYMENT_METHOD,
        SHIPPING_METHOD,
        STOCK_STATUS,
        STOCK_LOCATION,
        PRICE_LIST;

        /** The word in a parameter. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The place: the line of the file, the tenant, the shop, and the key. Each may be empty. A mistake in the file
     * itself has no tenant and no shop, because its line and its key say both.
     */
    public static final List<String> PLACE = List.of("line", "tenant", "shop", "key");

    private final List<String> own;

    SetupReason(String... own) {
        this.own = List.of(own);
    }

    /** The code as programs read it: {@code setup-key-unknown}. */
    @Override
    @JsonValue
    public String code() {
        return "setup-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<String> parameters() {
        return Stream.concat(PLACE.stream(), own.stream()).toList();
    }

    /**
     * The refusal without its place. A caller that knows the file adds the place with {@link Refusal#with}.
     *
     * @param values of its own parameters, as {@link RefusalCode#named} takes them
     * @throws IllegalArgumentException the number of values is not the number of its own parameters
     */
    public Refusal of(@Nullable Object... values) {
        return new Refusal(this, RefusalCode.named(this, own, values), List.of());
    }
}
