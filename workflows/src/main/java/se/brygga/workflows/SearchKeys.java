package se.brygga.workflows;

import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import java.util.List;
import java.util.Locale;

/**
 * Search attributes of all workflows. They hold ids and codes only. A Temporal server must have them before the first
 * start.
 */
public final class SearchKeys {

    public static final SearchAttributeKey<String> TENANT = SearchAttributeKey.forKeyword("BryggaTenant");
    public static final SearchAttributeKey<String> SHOP = SearchAttributeKey.forKeyword("BryggaShop");
    public static final SearchAttributeKey<String> ORDER = SearchAttributeKey.forKeyword("BryggaOrder");
    /** The word of a {@link State}. */
    public static final SearchAttributeKey<String> STATE = SearchAttributeKey.forKeyword("BryggaState");
    /** Code of the {@code Cause} while the order waits for a person. */
    public static final SearchAttributeKey<String> CAUSE = SearchAttributeKey.forKeyword("BryggaCause");

    public static final SearchAttributeKey<String> SPECTER_NUMBER =
            SearchAttributeKey.forKeyword("BryggaSpecterNumber");

    public static final List<SearchAttributeKey<String>> ALL =
            List.of(TENANT, SHOP, ORDER, STATE, CAUSE, SPECTER_NUMBER);

    /** What the workflow of an order is doing, for people who look for it in Temporal. */
    public enum State {
        ON_ITS_WAY,
        /** A person must decide. */
        WAITING,
        TRANSFERRED,
        SKIPPED,
        /** The shop was told of all that has happened to the order in Specter. */
        REPORTED;

        /** The word of the state in Temporal: {@code on-its-way}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The update by which a workflow sets its own state. */
        public SearchAttributeUpdate<String> update() {
            return STATE.valueSet(word());
        }
    }

    private SearchKeys() {}
}
