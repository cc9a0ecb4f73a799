package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;

/** Sixteen writers at a time, as a push of stock has them. */
@Timeout(60)
class ParallelWritesTest {

    private static final int WRITERS = 16;

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    /** The barrier opens only when all sixteen are with the shop at the same moment, again and again. */
    @Test
    void writeBesideEachOther() throws Exception {
        CyclicBarrier all = new CyclicBarrier(WRITERS);
        int rounds = 20;
        for (int i = 0; i < WRITERS * rounds; i++) {
            shop.stub.plays(exchange -> {
                await(all);
                answer(exchange, 200);
            });
        }

        write(rounds);

        assertThat(shop.stub.tokensAsked()).hasSize(1);
        assertThat(shop.stub.asked())
                .extracting(call -> call.target() + call.body())
                .doesNotHaveDuplicates()
                .hasSize(WRITERS * rounds);
        assertThat(shop.budget.taken).hasSize(WRITERS * rounds + 1);
    }

    @Test
    void areNotAllRefusedForATokenWithoutSharingTheNewOne() throws Exception {
        CyclicBarrier all = new CyclicBarrier(WRITERS);
        for (int i = 0; i < WRITERS * 2; i++) {
            shop.stub.plays(exchange -> {
                boolean old =
                        exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer token-1");
                if (old) {
                    await(all);
                }
                answer(exchange, old ? 401 : 200);
            });
        }

        write(1);

        assertThat(shop.stub.tokensAsked()).hasSize(2);
        assertThat(shop.stub.asked()).hasSize(WRITERS * 2);
        assertThat(shop.records).extracting(call -> call.failure()).containsOnlyNulls();
    }

    private void write(int rounds) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Written>> writes = new ArrayList<>();
            for (int i = 0; i < WRITERS * rounds; i++) {
                VariantRef variant = new VariantRef(i, i);
                Callable<Written> write =
                        () -> shop.stock.putStock(variant, 2, BigDecimal.valueOf(variant.variantId()), null, 9);
                writes.add(threads.submit(write));
            }
            for (Future<Written> write : writes) {
                assertThat(write.get()).isEqualTo(Written.DONE);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = "{\"data\":{}}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void await(CyclicBarrier all) throws IOException {
        try {
            // Bounded only so that a failure ends.
            all.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }
}
