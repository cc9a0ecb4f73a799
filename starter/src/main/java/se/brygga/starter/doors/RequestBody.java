package se.brygga.starter.doors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Reads request bodies within limits of size and time. */
public final class RequestBody {

    /** The largest body of a web hook or trigger. Starweb and Specter send ten short fields. */
    private static final int LARGEST = 16 * 1024;

    /** The result of a read. */
    public sealed interface Read {

        /** The whole body. */
        record Whole(byte[] bytes) implements Read {}

        /** The body is larger than {@code most} bytes; the rest was not read. */
        record TooLarge(int most) implements Read {}

        /** The body did not end within the time. */
        record TooSlow(Duration longest) implements Read {}
    }

    private final Duration longest;
    private final InstantSource time;

    public RequestBody(Duration longest, InstantSource time) {
        this.longest = longest;
        this.time = time;
    }

    /** Reads a body of Starweb's or Specter's size. */
    public Read read(InputStream body) throws IOException {
        return read(body, LARGEST);
    }

    /**
     * Reads a body.
     *
     * @throws IOException the connection broke, or the server's own limit for a pause between two bytes was reached
     */
    public Read read(InputStream body, int largest) throws IOException {
        Instant end = time.instant().plus(longest);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[4 * 1024];
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            bytes.write(part, 0, read);
            if (bytes.size() > largest) {
                return new Read.TooLarge(largest);
            }
            if (time.instant().isAfter(end)) {
                return new Read.TooSlow(longest);
            }
        }
        return new Read.Whole(bytes.toByteArray());
    }
}
