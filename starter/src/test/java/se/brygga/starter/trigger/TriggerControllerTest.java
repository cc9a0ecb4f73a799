package se.brygga.starter.trigger;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.SpecterSetup.TriggerOrderId;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.doors.LoopPoker;
import se.brygga.starter.doors.RequestBody;
import se.brygga.workflows.feed.Feed;

/** What Specter's triggers are answered, and what comes of them. */
class TriggerControllerTest {

    private static final String SECRET = "s3cret";

    private final SetupStore setups = mock(SetupStore.class);
    private final SpecterOrderBook orders = mock(SpecterOrderBook.class);
    private final LoopPoker poker = mock(LoopPoker.class);
    private final MockMvc specter = MockMvcBuilders.standaloneSetup(new TriggerController(
                    setups,
                    orders,
                    poker,
                    new RequestBody(Duration.ofSeconds(30), InstantSource.system()),
                    new SimpleMeterRegistry()))
            .build();

    @BeforeEach
    void oneTenant() {
        when(setups.isTriggerSecret("nordkajak", SECRET)).thenReturn(true);
    }

    @ParameterizedTest
    @CsvSource({"stock, STOCK", "article, PRICES", "order, ORDERS", "cancelled, ORDERS", "invoice, ORDERS"})
    void pokesTheLoopThatATriggerIsAboutAndSaysDone(String kind, Feed feed) throws Exception {
        isDone(get("/trigger/nordkajak/" + kind + "/" + SECRET).queryParam("articleNo", "KAJ-001"));

        verify(poker).pokeSoon(feed.workflowId("nordkajak"));
    }

    @Test
    void takesAPostAsWell() throws Exception {
        orderIdIs(TriggerOrderId.NUMBER);

        isDone(post("/trigger/nordkajak/invoice/" + SECRET)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("orderId=5001"));

        verify(poker).pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
        verify(orders).invoiced("nordkajak", 5001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trigger/nordkajak/stock/wrong",
                "/trigger/nordkajak/stocks/s3cret",
                "/trigger/tehuset/stock/s3cret",
                "/trigger/NoTenant!/stock/s3cret"
            })
    void doesNotKnowAWrongSecretKindOrTenant(String path) throws Exception {
        for (RequestBuilder request : new RequestBuilder[] {get(path), post(path)}) {
            specter.perform(request)
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(""));
        }

        verifyNoInteractions(poker, orders);
    }

    @Test
    void booksAnInvoiceWhereTheIdIsTheOrdersNumber() throws Exception {
        orderIdIs(TriggerOrderId.NUMBER);

        isDone(get("/trigger/nordkajak/invoice/" + SECRET).queryParam("orderId", "5001"));

        verify(orders).invoiced("nordkajak", 5001);
    }

    @Test
    void booksNoInvoiceWhereTheIdMayBeAnotherOrdersNumber() throws Exception {
        orderIdIs(TriggerOrderId.UNKNOWN);

        isDone(get("/trigger/nordkajak/invoice/" + SECRET).queryParam("orderId", "5001"));

        verifyNoInteractions(orders);
        verify(poker).pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "K1", "5001;", "1234567890123456789"})
    void anIdThatIsNoNumberIsPokedForOnly(String orderId) throws Exception {
        orderIdIs(TriggerOrderId.NUMBER);

        isDone(get("/trigger/nordkajak/invoice/" + SECRET).queryParam("orderId", orderId));

        verify(orders, never()).invoiced(any(), anyLong());
        verify(poker).pokeSoon(Feed.ORDERS.workflowId("nordkajak"));
    }

    @Test
    void onlyAnInvoiceTriggerTellsOfAnInvoice() throws Exception {
        orderIdIs(TriggerOrderId.NUMBER);

        isDone(get("/trigger/nordkajak/order/" + SECRET).queryParam("orderId", "5001"));

        verifyNoInteractions(orders);
    }

    private void orderIdIs(TriggerOrderId what) {
        SpecterSetup account = mock(SpecterSetup.class);
        when(account.triggerOrderId()).thenReturn(what);
        TenantSetup setup = mock(TenantSetup.class);
        when(setup.specter()).thenReturn(account);
        when(setups.find("nordkajak")).thenReturn(Optional.of(setup));
    }

    private void isDone(RequestBuilder request) throws Exception {
        specter.perform(request)
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN))
                .andExpect(content().string("1;Done"));
    }
}
