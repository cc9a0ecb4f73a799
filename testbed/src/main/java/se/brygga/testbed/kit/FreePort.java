package se.brygga.testbed.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a server that is about to start in another process. Servers of this process pick their own, with port 0. */
public final class FreePort {

    private FreePort() {}

    /**
     * Below 32768: from there on the system gives ports to other programs' connections, so that a port that is free now may be taken
     * when its server starts; and Temporal keeps its members' ports in a smallint on PostgreSQL. By chance, so that two processes do
     * not look at the same ones.
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
