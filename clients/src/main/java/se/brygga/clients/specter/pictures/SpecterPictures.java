package se.brygga.clients.specter.pictures;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.Door;
import se.brygga.clients.remote.Exchange;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.workflows.attention.Phrase;

/**
 * Fetches pictures by the addresses that the journal of articles names.
 *
 * <p>Only addresses at the host of the set-up are asked. So nobody who can write an address into an article can have
 * Brygga ask another system of the network.
 *
 * <table>
 * <caption>Answers</caption>
 * <tr><th>Seen</th><th>Becomes</th></tr>
 * <tr><td>200 and a JPEG, PNG, GIF or WebP</td><td>the picture, whatever its type is called</td></tr>
 * <tr><td>200 and more bytes than a shop takes</td><td>REFUSED {@code too-large}</td></tr>
 * <tr><td>200 and anything else: an HTML page, nothing</td><td>REFUSED {@code no-picture}</td></tr>
 * <tr><td>429, 5xx</td><td>OUTCOME_UNKNOWN, with the status</td></tr>
 * <tr><td>any other status; a redirect is not followed</td><td>REFUSED, with the status</td></tr>
 * <tr><td>no whole answer</td><td>by the table of {@link Exchange}</td></tr>
 * <tr><td>not asked: an address of another host, or none</td><td>REFUSED {@code other-host}, {@code no-address}</td></tr>
 * </table>
 */
public final class SpecterPictures {

    private static final String ACTION = "GET picture";

    /** As much as a shop takes (Starweb reference O-27). */
    private static final int BYTES_AT_MOST = 10_000_000;

    private final CallContext context;

    public SpecterPictures(CallContext context) {
        this.context = context;
    }

    /** A picture. Nobody changes its bytes. */
    public static final class Picture {

        private final Format format;
        private final byte[] content;

        private Picture(Format format, byte[] content) {
            this.format = format;
            this.content = content;
        }

        /** The picture that these bytes are; empty when they are none that a shop takes. */
        public static Optional<Picture> of(byte[] content) {
            return Format.of(content).map(format -> new Picture(format, content));
        }

        public Format format() {
            return format;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /** The kinds of pictures that a shop takes, by their first bytes. */
    public enum Format {
        JPG("\u00ff\u00d8\u00ff"),
        PNG("\u0089PNG"),
        GIF("GIF8"),
        WEBP("RIFF");

        private final byte[] begin;

        Format(String begin) {
            this.begin = begin.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** The ending of a file's name: {@code jpg}. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Format> of(byte[] content) {
            return Arrays.stream(values())
                    .filter(format -> Arrays.equals(format.begin, Arrays.copyOf(content, format.begin.length)))
                    .findFirst();
        }
    }

    /**
     * Fetches a picture. Idempotent. A picture whose answer was lost is asked for again, three times in all.
     *
     * @throws RemoteFailure by the table
     */
    public Picture fetch(String tenant, SpecterSetup setup, String url) {
        URI address = address(setup, url);
        try (Outages.Turn turn = context.outages().enter(Door.specter(tenant, Door.Right.READ), address.getPath())) {
            return Exchange.withTwoRetries(() -> {
                try (var _ = context.limits().acquire(tenant, setup.maxConcurrent())) {
                    return recorded(tenant, setup, address);
                } catch (RemoteFailure failure) {
                    // A file that does not come says nothing about the calls. Without a connection no call gets
                    // through.
                    throw failure.kind() == Kind.NOT_SENT ? turn.failed(failure) : failure;
                }
            });
        }
    }

    private Picture recorded(String tenant, SpecterSetup setup, URI address) {
        Instant start = context.time().instant();
        int status = 0;
        try {
            HttpResponse<byte[]> answer = exchange(address, setup.readTimeout());
            status = answer.statusCode();
            Picture picture = picture(address, answer);
            record(tenant, address, status, picture.format() + ", " + answer.body().length + " bytes", null, start);
            return picture;
        } catch (RemoteFailure failure) {
            record(tenant, address, status, failure.own(), failure.kind(), start);
            throw failure;
        }
    }

    /** The query of an address is left out of all records, because nobody knows what it holds. */
    private void record(String tenant, URI address, int status, String answer, @Nullable Kind failure, Instant start) {
        context.log()
                .record(new CallRecord(
                        RemoteSystem.SPECTER,
                        tenant,
                        null,
                        ACTION,
                        address.getPath(),
                        "",
                        status,
                        answer,
                        failure,
                        Duration.between(start, context.time().instant())));
    }

    private HttpResponse<byte[]> exchange(URI address, Duration longest) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(longest).GET().build();
        try {
            return new Exchange(context.http(), longest)
                    .send(request, _ -> new FirstBytes(BYTES_AT_MOST + 1), Long.MAX_VALUE);
        } catch (Exchange.Broken broken) {
            throw failure(
                    address.getPath(), broken.kind(), broken.why(), broken.why().key());
        }
    }

    private static Picture picture(URI address, HttpResponse<byte[]> answer) {
        String path = address.getPath();
        int status = answer.statusCode();
        if (status / 100 == 5 || status == 429) {
            throw failure(path, Kind.OUTCOME_UNKNOWN, Why.HTTP, Integer.toString(status));
        }
        if (status != 200) {
            throw failure(path, Kind.REFUSED, Why.NOT_FOUND, Integer.toString(status));
        }
        if (answer.body().length > BYTES_AT_MOST) {
            throw failure(path, Kind.REFUSED, Why.VIOLATES_LIMITS, "too-large");
        }
        return Picture.of(answer.body())
                .orElseThrow(() -> failure(path, Kind.REFUSED, Why.UNREADABLE_BODY, "no-picture"));
    }

    private static URI address(SpecterSetup setup, String url) {
        try {
            URI address = setup.baseUrl().resolve(url);
            if (Objects.equals(address.getScheme(), setup.baseUrl().getScheme())
                    && Objects.equals(address.getAuthority(), setup.baseUrl().getAuthority())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw failure("?", Kind.REFUSED, Why.WRONG_ADDRESS, "no-address");
        }
        throw failure("?", Kind.REFUSED, Why.WRONG_ADDRESS, "other-host");
    }

    private static RemoteFailure failure(String path, Kind kind, Why why, String code) {
        return new RemoteFailure(RemoteSystem.SPECTER, kind, why, ACTION + " " + path + ": " + code)
                .answering(code)
                .toldAs(Phrase.SPECTER_FAILED.with(ACTION, path, code));
    }
}
