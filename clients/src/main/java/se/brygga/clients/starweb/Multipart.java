package se.brygga.clients.starweb;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.brygga.clients.starweb.StarwebCalls.Body;
import se.brygga.workflows.attention.Phrase;

/** The body of an upload (reference section 7.2, limits O-27). */
final class Multipart {

    private static final int BYTES_AT_MOST = 10_000_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}\\.([A-Za-z]{3,4})");

    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "webp", "image/webp",
            "gif", "image/gif",
            "pdf", "application/pdf");

    private Multipart() {}

    /** @throws se.brygga.clients.remote.RemoteFailure OUR_FAULT for a file that the shop would not take */
    static Body file(String fileName, byte[] content, String action) {
        String type = type(fileName)
                .orElseThrow(() -> StarwebAnswers.violatesLimits(action, Phrase.STARWEB_CANNOT_HOLD.with("file name")));
        if (content.length == 0 || content.length > BYTES_AT_MOST) {
            throw StarwebAnswers.violatesLimits(action, Phrase.STARWEB_CANNOT_HOLD.with("file"));
        }
        // No content has its own hash in it.
        String boundary = "brygga-" + hash(content);
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        return new Body(
                "multipart/form-data; boundary=" + boundary,
                HttpRequest.BodyPublishers.ofByteArrays(List.of(bytes(head), content, bytes(tail))));
    }

    private static Optional<String> type(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches()
                ? Optional.ofNullable(TYPES.get(name.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
