package se.brygga.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What Ctrl-C does, in a process of its own. */
class RunningTest {

    private static final String CLOSED = "closed";
    private static final String RETURNED = "returned";

    /** A demo that fails because Ctrl-C has taken away what it needs, while the rest is still being stopped. */
    static final class Interrupted {

        public static void main(String[] args) throws Exception {
            CountDownLatch closing = new CountDownLatch(1);
            CountDownLatch returned = new CountDownLatch(1);
            Running running = new Running();
            running.keep(() -> {
                closing.countDown();
                var _ = returned.await(2, TimeUnit.SECONDS);
                System.out.println(CLOSED);
            });
            Thread.ofPlatform().daemon().start(() -> System.exit(0));
            running.untilTheEnd(() -> {
                closing.await();
                throw new IllegalStateException("the server is gone");
            });
            System.out.println(RETURNED);
            returned.countDown();
        }
    }

    @Test
    void returnsWhenEverythingIsStopped() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Interrupted.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // The process may end before the last word is said.
        assertThat(said.lines().findFirst()).hasValue(CLOSED);
    }
}
