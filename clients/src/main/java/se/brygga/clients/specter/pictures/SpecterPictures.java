package se.brygga.clients.specter.pictures;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Exchange;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterSetup;

/**
 * Fetches pictures by the addresses that the journal of articles names.
 *
 * <p>Only addresses at the host of the set-up are asked. So nobody who can write an address into an article can have
 * Brygga ask another system of the network.
 */
public final class SpecterPictures {

    /** As much as a shop takes (Starweb reference O-27). */
    private static final int BYTES_AT_MOST = 10_000_000;

    private static final Duration LONGEST = Duration.ofSeconds(60);

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
     * Fetches a picture. Idempotent.
     *
     * @throws RemoteFailure REFUSED when there is no picture at the address
     */
    public Picture fetch(String tenant, SpecterSetup setup, String url) {
        URI address = address(setup, url);
        return Exchange.withOneRetry(() -> {
            try (var _ = context.limits().acquire(tenant, setup.maxConcurrent())) {
                HttpResponse<byte[]> answer = new Exchange(context.http(), LONGEST)
                        .send(
                                HttpRequest.newBuilder(address)
                                        .timeout(LONGEST)
                                        .GET()
                                        .build(),
                                BodyHandlers.ofByteArray(),
                                BYTES_AT_MOST);
                return picture(answer);
            } catch (Exchange.Broken broken) {
                throw failure(broken.kind(), broken.why(), "no answer");
            }
        });
    }

    private static Picture picture(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status / 100 == 5 || status == 429) {
            throw failure(Kind.OUTCOME_UNKNOWN, Why.HTTP, "status " + status).answering(Integer.toString(status));
        }
        if (status != 200) {
            throw failure(Kind.REFUSED, Why.NOT_FOUND, "status " + status);
        }
        return Picture.of(answer.body())
                .orElseThrow(() -> failure(Kind.REFUSED, Why.UNREADABLE_BODY, "an answer that is no picture"));
    }

    private static URI address(SpecterSetup setup, String url) {
        try {
            URI address = setup.baseUrl().resolve(url);
            if (Objects.equals(address.getScheme(), setup.baseUrl().getScheme())
                    && Objects.equals(address.getAuthority(), setup.baseUrl().getAuthority())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw failure(Kind.REFUSED, Why.WRONG_ADDRESS, "an address that is none");
        }
        throw failure(Kind.REFUSED, Why.WRONG_ADDRESS, "an address that is not Specter's");
    }

    private static RemoteFailure failure(Kind kind, Why why, String what) {
        return new RemoteFailure(RemoteSystem.SPECTER, kind, why, "GET picture: " + what);
    }
}
