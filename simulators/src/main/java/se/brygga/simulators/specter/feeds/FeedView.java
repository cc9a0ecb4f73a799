package se.brygga.simulators.specter.feeds;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.specter.protocol.SpecterParameters;

/**
 * How the changes of one kind are told.
 *
 * @param <R> one record as it was when the batch was opened
 */
public interface FeedView<R> {

    /**
     * Something that can change.
     *
     * @param key never changes
     * @param what for people; may change
     */
    record Item(String key, String what) {}

    /** All there is, for a first and for a full reading. */
    List<Item> all();

    /** The record as it is now; empty when there is nothing left to tell. */
    Optional<R> row(String key, Set<String> aspects);

    /**
     * The list and what else stands beside {@code APIresponse}.
     *
     * @param limit null when none is told
     */
    String xml(List<R> rows, SpecterParameters call, @Nullable String limit);

    /** The text form; empty when this kind has none. */
    default Optional<String> text(List<R> rows, String batchNo) {
        return Optional.empty();
    }

    /** Whether a get with this {@code webshopId} tells of it when feeds are scoped (O21). */
    default boolean isOf(String webshopId, String key) {
        return true;
    }

    /** Names the parameters that only this kind's get knows. */
    default void accept(SpecterParameters call) {}
}
