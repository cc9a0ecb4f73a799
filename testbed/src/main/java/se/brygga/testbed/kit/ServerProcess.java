package se.brygga.testbed.kit;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server as a process of its own: watched while it starts, and not left behind. */
final class ServerProcess implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    private static final String REMEDY =
            "; build its program anew with tools/temporal/build, or set TEMPORAL_ADDRESS to a server of yours";

    private final String name;
    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(String name, Process process, int port, Path log) {
        this.name = name;
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param name in messages: "the Temporal server"
     * @param port on loopback
     * @param log gets what the server prints
     * @throws IllegalStateException it did not start; the text says why and what to do
     */
    static ServerProcess start(String name, List<String> command, int port, Path log) {
        ServerProcess server;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            server = new ServerProcess(name, process, port, log);
        } catch (IOException e) {
            throw new IllegalStateException(name + " did not start: " + e.getMessage() + REMEDY, e);
        }
        try {
            // A killed demo must not leave a server behind.
            Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
            server.awaitUp();
            return server;
        } catch (RuntimeException e) {
            // Also when Ctrl-C came between the two: then no hook is taken any more.
            server.process.destroy();
            throw e;
        }
    }

    /** Whether a server that ended at once has said so in its log; the server has no exit code of its own for that. */
    static boolean portWasTaken(Path log) {
        try {
            return Files.readString(log).contains("address already in use");
        } catch (IOException none) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Whether a server answers there within the time. */
    static boolean answers(String address, Duration within) {
        WorkflowServiceStubs probe = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        try {
            probe.connect(within);
            return true;
        } catch (RuntimeException e) {
            return false;
        } finally {
            probe.shutdownNow();
        }
    }

    private void awaitUp() {
        long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!listens(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended at once with exit code " + process.exitValue() + ": "
                        + lastWords() + "; its log is " + log + REMEDY);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " did not listen within " + STARTS_WITHIN.toSeconds()
                        + " s; its log is " + log + REMEDY);
            }
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String lastWords() {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("it said nothing");
        } catch (IOException e) {
            throw new UncheckedIOException(name + " ended at once, and its log cannot be read", e);
        }
    }

    @Override
    public void close() {
        stop(process);
    }

    /** Asks first, then does not ask. */
    static void stop(Process process) {
        process.destroy();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
