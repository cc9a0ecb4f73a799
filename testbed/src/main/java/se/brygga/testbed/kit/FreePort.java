package se.brygga.testbed.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a server that is about to start in another process. Servers of this process pick their own, with port 0. */
public final class FreePort {

    private FreePort() {}

    /**
     * A free port below 32768. The system gives higher ports to the connections of other programs, so a free one may be
     * taken before its server starts. Temporal also keeps its members' ports in a smallint on PostgreSQL. The port is
     * chosen at random, so that two processes do not try the same ones.
     */
    public static int pick() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
