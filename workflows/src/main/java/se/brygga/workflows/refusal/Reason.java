package se.brygga.workflows.refusal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a request of a person is refused. {@link SetupReason} has what is wrong with a set-up. */
public enum Reason implements RefusalCode {
    /** Several mistakes; each part says what is wrong. */
    SEVERAL,

    // Who decides, and why.
    NOBODY_NAMED,
    REASON_MISSING,
    DECISION_NEEDS_REASON("decision"),
    SPECTER_NUMBER_MISSING,
    SPECTER_NUMBER_NOT_TAKEN,

    // What was written.
    NO_SUCH_WORD("what", "word", "meant", "words"),
    NO_ORDER_FORM("text"),
    NO_SHOP_FORM("text"),
    NO_PLACE("text"),
    KEY_NOT_ALLOWED("part", "text"),
    NUMBER_NOT_ALLOWED("number"),
    FORM_NO_OBJECT("example"),
    FORM_FIELD_UNKNOWN("fields", "example"),
    FORM_FIELD_NO_TEXT("field", "example"),
    FORM_FIELD_NO_DIGITS("field"),
    FIELD_HOLDS_NUL("field"),
    FIELD_MISSING("field", "values"),
    FIELD_FROM("field", "path"),
    SHOP_OF_TENANT("tenant"),
    INTERVAL_NOT_READABLE("text", "values"),
    INTERVAL_OUT_OF_BOUNDS("interval", "seconds", "hours"),
    INTERVAL_NOT_TAKEN,
    DAYS_REVERSED("from", "to"),
    SEARCH_TEXT_LENGTH("longest"),
    TOO_MANY("most", "count"),
    LIMIT_OUT_OF_BOUNDS("most", "limit"),
    NO_CURSOR,

    // Decisions about orders.
    DECISION_ABOUT_ANOTHER("cause", "about"),
    DECISION_NOT_ALLOWED("cause", "decision", "decisions"),
    DECISION_ONE_AT_A_TIME,
    NOTHING_WAITS("who", "decision", "at"),
    WAITS_NOT("state", "number", "who", "decision", "at"),
    WAITS_NOT_FOR("cause", "state", "number", "who", "decision", "at"),
    WAITS_TWICE("causes"),
    JUST_DECIDED("who", "decision", "at"),
    DECIDED_OTHERWISE("who", "decision", "at", "after"),
    SKIPPED_BY_PERSON("who", "decision", "at"),
    SKIPPED_BY_RULE,
    TRANSFERRED_ALREADY("number"),
    CALLBACK_IN_SPECTER,
    CHANGE_IN_SPECTER,
    STILL_LOOKING,
    WORKFLOW_ENDED,
    WORKFLOW_REFUSED("text"),
    DECISION_UNANSWERED("seconds"),
    DECISION_FAILED("failure"),
    PREVIEW_CHANGED("before", "now"),

    // Specter's numbers.
    NUMBER_OF_ANOTHER("number", "order"),
    NUMBER_CANCELLED("number"),
    NUMBER_FAR("number", "lowest", "highest"),
    NUMBER_NOT_TOLD("number", "lowest", "highest"),

    // Decisions that are taken back.
    NOTHING_TO_UNDO,
    UNDO_TOLD_LATER,
    UNDO_CONFIRMED("number"),
    UNDO_TRANSFERRED,
    UNDO_NOT_SKIPPED,

    // What is not there, or not for this token.
    NO_ORDER("order"),
    SEVERAL_ORDERS("order", "orders"),
    NO_TENANT("tenant", "tenants"),
    NO_SHOP("shop", "shops"),
    TENANT_HAS_NO_SHOP("tenant", "shop"),
    SHOP_OF_NO_TENANT("shop", "tenants"),
    NO_VERSION("tenant", "version"),
    NO_JOB("job"),
    NO_NOTICE("notice"),
    NO_TOKEN("token"),
    SKU_NOT_KNOWN("sku", "shop"),
    NOT_REACHED,
    TENANT_NOT_REACHED("tenant"),
    ALL_TENANTS_NOT_REACHED,
    TENANT_NOT_NAMED("tenants"),

    // Temporal and the workers.
    TEMPORAL_AWAY("target", "namespace", "answer"),
    TEMPORAL_NOT_LET_IN("target", "namespace", "answer"),
    TEMPORAL_NO_NAMESPACE("target", "namespace"),
    TEMPORAL_NO_SEARCH_ATTRIBUTES("target", "namespace", "missing"),
    TEMPORAL_UNANSWERED("failure"),
    NO_WORKER_SINCE("since"),

    // Loops and comparisons.
    STEERING_MISSING("words"),
    FEED_PAUSED("who"),
    FEED_NOT_WANTED("tenant", "feed"),
    FEED_NOT_COMPARED("feed"),
    SHOP_GETS_NONE("shop", "feed"),
    NO_COMPARISON("feed"),
    NO_PRODUCT_SYNC("shop"),
    INITIAL_NOT_PLANNED("shop"),
    INITIAL_UNDER_WAY("shop"),
    INITIAL_STANDS("shop"),
    LOOP_NOT_RUNNING,
    LOOP_UNANSWERED("seconds"),
    LOOP_FAILED("failure"),

    // Stock and prices.
    ARTICLE_NOT_WITHHELD("article", "tenant"),
    ARTICLE_WHICH("article", "former"),
    PRICE_NOT_AS_SHOWN,
    GROUP_UNKNOWN("group", "shop"),
    GROUP_TOLD_BY_SPECTER("group"),
    GROUP_IS_ONE_ARTICLE("group"),
    GROUP_LACKS_ARTICLE("article", "group"),
    GROUP_VALUES_TWICE("group", "articles"),
    GROUP_NAMES_DIFFER("group"),
    GROUP_TYPES_COUNT("group", "count"),
    GROUP_MERGE_NEEDS_TWO,
    PRICE_LISTS_FROM_JOURNAL("tenant"),
    PRICE_LISTS_OFF("tenant"),
    PRICE_FILE_EMPTY("heading"),
    PRICE_FILE_COLUMNS("line", "count", "heading"),
    PRICE_FILE_CELL_EMPTY("line", "column"),
    PRICE_FILE_CURRENCY("line", "text"),
    PRICE_FILE_TWO_CURRENCIES("line", "list", "first", "currency"),
    PRICE_FILE_BELOW_ONE("line", "column", "number"),
    PRICE_FILE_BELOW_ZERO("line", "column", "number"),
    PRICE_FILE_NO_NUMBER("line", "column", "text"),
    PRICE_FILE_TWICE("line", "first"),

    // Tenants and their set-ups.
    NOT_SERVED("kind", "place", "state", "who", "reason"),
    NOT_SUSPENDED("kind", "place"),
    STAYS_REMOVED("kind", "place", "who", "reason"),
    SUSPENDED_WITH_TENANT("kind", "place", "who", "reason"),
    TENANT_NOT_IN_FILE("tenant", "tenants"),
    WEB_HOOK_URL_LENGTH("length", "most"),
    SETUP_OF_OTHER_VERSION("tenant", "version", "other", "who", "at"),
    SETUP_VERSION_NOT_SAID,
    SETUP_VERSION_NOT_CLEAR,
    SYSTEM_FAILED("detail"),

    // Tokens and keys.
    TOKEN_NAME("name"),
    TOKEN_TENANTS_MISSING,
    KEYS_OF_ALL_TENANTS,
    KEY_NOT_READABLE,
    KEY_NOT_ENCRYPTING,
    KEY_STILL_NEEDED("rows"),
    FILE_NOT_READABLE("file"),
    FILE_THERE("file"),
    FILE_NOT_WRITTEN("file", "failure"),

    // Jobs.
    JOB_PART_FAILED("failure"),
    JOB_ORDER_UNANSWERED("order"),

    // The door of the API.
    TOKEN_NOT_SENT,
    TOKEN_NOT_KNOWN,
    RIGHT_MISSING("token", "right"),
    TOO_OFTEN("most", "aSecond"),
    LENGTH_MISSING,
    BODY_TOO_LARGE("most"),
    BODY_TOO_SLOW("seconds"),
    PARAMETER_UNKNOWN("parameters"),
    PARAMETER_TWICE("parameter"),
    PARAMETER_EMPTY("parameter"),
    PARAMETER_MISSING("parameter"),
    PARAMETER_NOT_READABLE("parameter"),
    HEADER_MISSING("header"),
    QUERY_NOT_READABLE,
    BODY_NOT_READABLE("where"),
    VALUE_NOT_ALLOWED,
    VALUE_NOT_KEPT,
    REQUEST_KEY_LENGTH("header", "longest"),
    REQUEST_UNDER_WAY,
    REQUEST_LOST("header"),
    REQUEST_KEY_USED("header"),
    NO_PATH,
    METHOD_NOT_TAKEN,
    CONTENT_NO_JSON,
    ANSWER_IS_JSON,
    DATABASE_AWAY,
    STARTER_FAILED,

    // The start of a program.
    NOT_STARTED("program", "why"),
    SETTING_WRONG("setting", "why"),
    SETTING_BELOW("setting", "least", "value"),
    SETTING_FORM("setting", "example", "value"),
    PORT_TAKEN("port"),
    MEMORY_OUT("where"),
    DATABASE_NOT_THERE("answer"),
    DATABASE_LOGIN("answer"),
    DATABASE_MISSING("answer"),
    DATABASE_FULL("answer"),
    DATABASE_PASSING("answer"),
    DATABASE_REFUSES("answer"),
    DATABASE_EMPTY,
    DATABASE_NEWER("database", "known"),
    DATABASE_OLDER("database", "known"),
    SCHEMA_NOT_FITTING("failure"),
    KEY_MISSING,
    KEY_OF_OTHER_DATABASE,
    KEY_NOT_IN_DATABASE,
    TEMPORAL_SERVER_AWAY("target");

    private final List<String> parameters;

    Reason(String... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<String> parameters() {
        return parameters;
    }

    /**
     * A refusal for this reason.
     *
     * @param values of the parameters, as {@link RefusalCode#named} takes them
     * @throws IllegalArgumentException there are fewer or more than the parameters
     */
    public Refusal of(@Nullable Object... values) {
        return new Refusal(this, RefusalCode.named(this, parameters, values), List.of());
    }

    /** The refusal as an exception to be thrown. */
    public RequestRefused refused(@Nullable Object... values) {
        return new RequestRefused(of(values));
    }
}
