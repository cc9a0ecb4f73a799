package se.brygga.starter.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.workflows.feed.Feed;

/** Many triggers become few pokes, and none is lost. */
class LoopPokerTest {

    private final WorkflowClient temporal = mock(WorkflowClient.class);
    private final WorkflowStub orders = mock(WorkflowStub.class);
    private final WorkflowStub stock = mock(WorkflowStub.class);
    private final ScheduledExecutorService threads = mock(ScheduledExecutorService.class);
    private final Deque<Runnable> rests = new ArrayDeque<>();
    private final LoopPoker poker = new LoopPoker(temporal, threads);

    @BeforeEach
    void loops() {
        when(temporal.newUntypedWorkflowStub("orders/nordkajak")).thenReturn(orders);
        when(temporal.newUntypedWorkflowStub("stock/nordkajak")).thenReturn(stock);
        doAnswer(call -> {
                    call.getArgument(0, Runnable.class).run();
                    return null;
                })
                .when(threads)
                .execute(any());
        when(threads.schedule(any(Runnable.class), anyLong(), any())).thenAnswer(call -> {
            TimeUnit unit = call.getArgument(2);
            assertThat(Duration.of(call.getArgument(1), unit.toChronoUnit())).isEqualTo(Duration.ofSeconds(3));
            rests.add(call.getArgument(0));
            return mock(ScheduledFuture.class);
        });
    }

    @Test
    void pokesAtOnceAndOnceMoreForAllThatComeWithinThreeSeconds() {
        poker.pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
        verify(orders).signal("poke");
        poker.pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
        poker.pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
        verify(orders).signal("poke");

        threeSecondsPass();
        verify(orders, times(2)).signal("poke");

        threeSecondsPass();
        verify(orders, times(2)).signal("poke");
        assertThat(rests).isEmpty();
    }

    @Test
    void theFirstAfterARestIsPokedAtOnce() {
        poker.pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
        threeSecondsPass();

        poker.pokeSoon(Feed.ORDERS.workflowId("nordkajak"));

        verify(orders, times(2)).signal("poke");
    }

    @Test
    void eachLoopRestsForItself() {
        poker.pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
        verify(stock, never()).signal("poke");

        poker.pokeSoon(Feed.STOCK.workflowId("nordkajak"));

        verify(orders).signal("poke");
        verify(stock).signal("poke");
    }

    @Test
    void aLoopThatDoesNotRunAndATemporalThatDoesNotAnswerStopNothing() {
        doThrow(new WorkflowNotFoundException(WorkflowExecution.getDefaultInstance(), "OrderFeed", null))
                .doThrow(new IllegalStateException("unavailable"))
                .doNothing()
                .when(orders)
                .signal("poke");

        for (int i = 0; i < 3; i++) {
            poker.pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
            threeSecondsPass();
        }

        verify(orders, times(3)).signal("poke");
    }

    @Test
    void stopsItsThreads() {
        poker.stop();

        verify(threads).shutdownNow();
    }

    private void threeSecondsPass() {
        rests.remove().run();
    }
}
