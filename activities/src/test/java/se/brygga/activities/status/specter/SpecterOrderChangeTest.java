package se.brygga.activities.status.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.clients.specter.feed.OrderChange.Deliveries;

/** Specter's codes for "not" and "partly" delivered are not known (O34): only how they follow each other tells. */
class SpecterOrderChangeTest {

    private static final SpecterOrderState OPEN = after(SpecterOrderState.UNKNOWN, "N", false);

    @ParameterizedTest
    @ValueSource(strings = {"P", "1", "partly"})
    void anotherCodeThanTheFirstMeansThatAPartHasLeft(String code) {
        assertThat(OPEN.partDelivered()).isFalse();
        assertThat(after(OPEN, code, false).partDelivered()).isTrue();
        assertThat(after(OPEN, code, false).outlivesCancellation()).isTrue();
    }

    @Test
    void aPartThatIsTakenBackIsNotOutAnyMore() {
        SpecterOrderState part = after(OPEN, "P", true);

        assertThat(part.partDelivered()).isTrue();
        assertThat(after(part, "N", false).partDelivered()).isFalse();
        assertThat(after(after(part, "N", false), "P", false).partDelivered()).isTrue();
    }

    @Test
    void theSameCodeOrNoneSaysNothingNew() {
        assertThat(after(OPEN, "N", false).partDelivered()).isFalse();
        assertThat(after(OPEN, null, false).partDelivered()).isFalse();
        assertThat(after(after(OPEN, "P", false), null, false).partDelivered()).isTrue();
    }

    @Test
    void aDeliveryThatIsUndoneLeavesNoPartBehind() {
        SpecterOrderState delivered = after(OPEN, "D", true);

        assertThat(delivered.delivered()).isTrue();
        assertThat(after(delivered, "N", false).partDelivered()).isFalse();
    }

    private static SpecterOrderState after(SpecterOrderState before, @Nullable String code, boolean updated) {
        return SpecterOrderChange.after(
                before, new OrderChange(5001, code, "1", Deliveries.bare(updated, List.of()), List.of()));
    }
}
