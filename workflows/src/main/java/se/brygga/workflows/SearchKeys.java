package se.brygga.workflows;

import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** Search attributes of all workflows: ids and codes only. A server must know them before the first start. */
public final class SearchKeys {

    public static final SearchAttributeKey<String> TENANT = SearchAttributeKey.forKeyword("BryggaTenant");
    public static final SearchAttributeKey<String> SHOP = SearchAttributeKey.forKeyword("BryggaShop");
    public static final SearchAttributeKey<String> ORDER = SearchAttributeKey.forKeyword("BryggaOrder");
    /** One of {@code on-its-way}, {@link #WAITING}, {@code transferred}, {@code skipped}. */
    public static final SearchAttributeKey<String> STATE = SearchAttributeKey.forKeyword("BryggaState");
    /** Code of the cause while the order waits for a person. */
    public static final SearchAttributeKey<String> CAUSE = SearchAttributeKey.forKeyword("BryggaCause");

    public static final SearchAttributeKey<String> SPECTER_NUMBER =
            SearchAttributeKey.forKeyword("BryggaSpecterNumber");

    public static final List<SearchAttributeKey<String>> ALL =
            List.of(TENANT, SHOP, ORDER, STATE, CAUSE, SPECTER_NUMBER);

    /** The state of an order about which a person must decide. */
    public static final String WAITING = "waiting";

    private SearchKeys() {}
}
