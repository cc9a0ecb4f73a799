package se.brygga.starter.api.tenants;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import se.brygga.starter.api.HttpRefusal;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** The version of a set-up as an entity tag: the version that a caller has read before changing it. */
final class Replaced {

    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private Replaced() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a set-up replaces; 0 for none.
     *
     * @throws HttpRefusal neither header is there
     * @throws RequestRefused a header is not one of ours
     */
    static int version(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw new HttpRefusal(HttpStatus.PRECONDITION_REQUIRED, Reason.SETUP_VERSION_NOT_SAID.of());
        }
        if (ifMatch == null && "*".equals(ifNoneMatch)) {
            return 0;
        }
        Matcher tag = TAG.matcher(ifMatch == null ? "" : ifMatch);
        if (ifNoneMatch != null || !tag.matches()) {
            throw Reason.SETUP_VERSION_NOT_CLEAR.refused();
        }
        return Integer.parseInt(tag.group(1));
    }
}
