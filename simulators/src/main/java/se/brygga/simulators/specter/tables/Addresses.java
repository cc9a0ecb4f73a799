package se.brygga.simulators.specter.tables;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the page's buttons post to. */
final class Addresses {

    private Addresses() {}

    static String article(long sbmId, String articleNo) {
        return "/__sim/articles/" + sbmId + "/" + part(articleNo) + "/";
    }

    static String till(long sbmId, String articleNo) {
        return "/__sim/till/" + sbmId + "/" + part(articleNo) + "/";
    }

    /** Encoded twice where there is a slash: the control API reads the path decoded. */
    private static String part(String articleNo) {
        return URLEncoder.encode(articleNo.replace("/", "%2F"), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
