package se.brygga.starter.api.tenants;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import se.brygga.starter.api.Refusal;

/** The version of a set-up as an entity tag: what a caller has seen before changing it. */
final class Replaced {

    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private Replaced() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a set-up replaces; 0 for none.
     *
     * @throws Refusal neither header is there
     * @throws IllegalArgumentException a header is none of ours
     */
    static int version(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "say which version this replaces: If-Match: \"VERSION\", as the ETag of GET …/setup has it; or"
                            + " If-None-Match: * for the first one");
        }
        if (ifMatch == null && "*".equals(ifNoneMatch)) {
            return 0;
        }
        Matcher tag = TAG.matcher(ifMatch == null ? "" : ifMatch);
        if (ifNoneMatch != null || !tag.matches()) {
            throw new IllegalArgumentException(
                    "send either If-Match: \"VERSION\" with one version, or If-None-Match: *");
        }
        return Integer.parseInt(tag.group(1));
    }
}
