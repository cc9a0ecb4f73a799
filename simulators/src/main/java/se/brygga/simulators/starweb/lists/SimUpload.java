package se.brygga.simulators.starweb.lists;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.starweb.wire.ApiError;

/** A file that came as the part {@code file} of a {@code multipart/form-data} body. Anything else is refused. */
record SimUpload(String name, byte[] content) {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern FILE = Pattern.compile(
            "(?is)content-disposition:[^\\r\\n]*\\bname=\"?file\"?[^\\r\\n]*\\bfilename=\"([^\"\\r\\n]+)\"");

    static SimUpload of(SimRequest request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.matches()) {
            throw ApiError.badRequest("expected multipart/form-data with a boundary");
        }
        // A character for each byte, so that places in the text are places in the body.
        String body = request.bodyAs(StandardCharsets.ISO_8859_1);
        String line = "--" + boundary.group(1);
        for (int at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + 1)) {
            int head = body.indexOf("\r\n\r\n", at);
            int end = body.indexOf("\r\n" + line, at);
            if (head < 0 || end < head + 4) {
                continue;
            }
            Matcher file = FILE.matcher(body.substring(at, head));
            if (file.find()) {
                byte[] name = file.group(1).getBytes(StandardCharsets.ISO_8859_1);
                return new SimUpload(
                        new String(name, StandardCharsets.UTF_8), Arrays.copyOfRange(request.body(), head + 4, end));
            }
        }
        throw ApiError.badRequest("expected a part named file with a file name");
    }
}
