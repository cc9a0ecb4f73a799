package se.brygga.testbed.demo;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.brygga.testbed.demo.Ports.Wanted;

class PortsTest {

    @Test
    void namesEveryTakenPortAndItsOptionAtOnce() throws Exception {
        try (ServerSocket one = taken();
                ServerSocket two = taken()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Ports.check(List.of(
                            new Wanted("--port", one.getLocalPort()),
                            new Wanted("--starweb-port", 0),
                            new Wanted("--ui-port", two.getLocalPort()))))
                    .withMessageContaining("port " + one.getLocalPort() + " is taken")
                    .withMessageContaining("--port=PORT")
                    .withMessageContaining("port " + two.getLocalPort() + " is taken")
                    .withMessageContaining("--ui-port=PORT")
                    .withMessageNotContaining("--starweb-port");
        }
    }

    @Test
    void seesAPortThatIsTakenOnAllAddresses() throws Exception {
        try (ServerSocket everywhere = new ServerSocket()) {
            everywhere.bind(new InetSocketAddress("0.0.0.0", 0));
            assertThatIllegalStateException()
                    .isThrownBy(() -> Ports.check(List.of(new Wanted("--port", everywhere.getLocalPort()))))
                    .withMessageContaining("is taken");
        }
    }

    @Test
    void refusesOnePortForTwo() throws Exception {
        int port = free();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Ports.check(List.of(new Wanted("--starweb-port", port), new Wanted("--specter-port", port))))
                .withMessageContaining("--specter-port=PORT")
                .withMessageNotContaining("--starweb-port");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Ports.check(List.of(new Wanted("--port", 80_800))))
                .withMessageContaining("--port=80800 is no port");
    }

    @Test
    void leavesFreePortsFree() throws Exception {
        int port = free();
        Ports.check(List.of(new Wanted("--port", port)));
        assertThatNoException().isThrownBy(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close());
    }

    private static ServerSocket taken() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static int free() throws Exception {
        try (ServerSocket socket = taken()) {
            return socket.getLocalPort();
        }
    }
}
