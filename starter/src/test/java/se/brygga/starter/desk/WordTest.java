package se.brygga.starter.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.onboarding.Step;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.setup.kept.ServiceState;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.wiring.temporal.TemporalCheck;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.feeds.FeedDesk.Loop;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.starter.desk.prices.WaitingPrice;
import se.brygga.starter.desk.products.ProductGroups;
import se.brygga.starter.desk.stock.StockStory;
import se.brygga.starter.desk.tenants.Applied;
import se.brygga.starter.desk.tenants.ShopState;
import se.brygga.starter.desk.trouble.SystemDesk.OutOfOrder;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.Trouble.Standstill;

/** The desk has constants of its own for those of the books, so that nobody but the desk sees the books. */
class WordTest {

    static Stream<Arguments> twins() {
        return Stream.of(
                Arguments.of(OrderLine.State.class, OrderRecord.State.class),
                Arguments.of(Callback.State.class, CallbackBook.State.class),
                Arguments.of(Callback.Event.class, OrderEvent.class),
                Arguments.of(StockStory.Withheld.class, ArticleBook.Withheld.class),
                Arguments.of(StockStory.Gone.class, ArticleBook.Gone.class),
                Arguments.of(WaitingPrice.Ground.class, ApprovalBook.Ground.class),
                Arguments.of(WaitingPrice.Verdict.class, ApprovalBook.Decision.class),
                Arguments.of(ProductGroups.Standing.class, ArticleGroup.Standing.class),
                Arguments.of(OutOfOrder.Remote.class, RemoteSystem.class),
                Arguments.of(Standstill.EngineFault.class, TemporalCheck.Kind.class),
                Arguments.of(Applied.Kind.class, Step.Kind.class),
                Arguments.of(Trouble.Leave.class, ServiceState.State.class));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void everyConstantOfTheBooksHasItsTwinAtTheDesk(Class<? extends Enum<?>> desk, Class<? extends Enum<?>> books) {
        assertThat(names(desk)).containsExactlyInAnyOrderElementsOf(names(books));
    }

    @Test
    void whoIsNotServedIsAStateOfShopsAndLoops() {
        assertThat(names(ShopState.State.class)).containsAll(names(ServiceState.State.class));
        assertThat(names(Loop.State.class)).containsAll(names(ServiceState.State.class));
    }

    @Test
    void aWordIsReadBackAndAnUnknownOneIsAnsweredWithThoseThatThereAre() {
        assertThat(OrderLine.State.ON_ITS_WAY.word()).isEqualTo("on-its-way");
        assertThat(Word.of(OrderLine.State.class, "state", "on-its-way")).isEqualTo(OrderLine.State.ON_ITS_WAY);
        assertThatThrownBy(() -> Word.of(OrderLine.State.class, "state", "asleep"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such state: \"asleep\"; there are on-its-way, skipped, transferred, waiting");
    }

    @Test
    void theStatesOfACallbackAreReadAsTheyAreStored() {
        assertThat(Word.of(Callback.State.class, "state", "noted")).isEqualTo(Callback.State.NOTED);
        assertThat(Callback.State.values())
                .extracting(Callback.State::word)
                .containsExactlyInAnyOrderElementsOf(stored());
        assertThatThrownBy(() -> Word.of(Callback.State.class, "state", "eaten"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("noted, overtaken, pending, reported, skipped, waiting");
    }

    private static List<String> stored() {
        return Arrays.stream(CallbackBook.State.values()).map(Sql::code).toList();
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
