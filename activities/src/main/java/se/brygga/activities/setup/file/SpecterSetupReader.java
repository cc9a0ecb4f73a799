package se.brygga.activities.setup.file;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.setup.SpecterSetup;

/** Reads a tenant's {@code specter} section. */
final class SpecterSetupReader {

    private SpecterSetupReader() {}

    static SpecterSetup read(Section s) {
        URI baseUrl = s.url("baseUrl", true);
        boolean assumed = s.flag("assumedAdapter", false);
        if (assumed && "api.specter.se".equals(baseUrl.getHost())) {
            s.mistake("assumedAdapter", "our invented actions must not be sent to the live host", "Remove the line");
        }
        SpecterSetup setup = new SpecterSetup(
                baseUrl,
                s.number("apiVersion", 2, 1, 2),
                s.number("sbmId", 0, 1, Integer.MAX_VALUE),
                s.optionalText("apiUserId").orElse(null),
                s.secret("apiUserKey"),
                s.secret("integrationKey"),
                s.number("maxConcurrent", 1, 1, 16),
                s.duration("readTimeout", Duration.ofSeconds(60)),
                s.flag("forceCustomerUpdate", true),
                Set.copyOf(s.texts("authCodes")),
                Set.copyOf(s.texts("duplicateOrderCodes")),
                pattern(s, "duplicateOrderPattern", pattern -> true, "", "\"finns redan\""),
                pattern(
                        s,
                        "duplicateOrderNumberPattern",
                        pattern -> pattern.groupCount() == 1,
                        " with one group",
                        "\"'([0-9]+)'\""),
                Set.copyOf(s.texts("articleMissingCodes")),
                assumed,
                priceLists(s, assumed),
                s.number("maxForeignRecoveries", 3, 1, 1_000),
                s.choice("triggerOrderId", SpecterSetup.TriggerOrderId.class, SpecterSetup.TriggerOrderId.UNKNOWN));
        if (!s.has("sbmId")) {
            s.mistake("sbmId", "is missing", "Add the number of the Specter account");
        }
        s.end();
        return setup;
    }

    private static @Nullable String pattern(
            Section s, String key, Predicate<Matcher> fits, String which, String example) {
        String pattern = s.optionalText(key).orElse(null);
        if (pattern == null || isPattern(pattern, fits)) {
            return pattern;
        }
        s.mistake(
                key,
                "is not a regular expression" + which + ", or fits an answer that says nothing",
                "Write for example " + example);
        return null;
    }

    /** One that fits the empty text fits every refusal, and would take each for an order that is there. */
    private static boolean isPattern(String text, Predicate<Matcher> fits) {
        try {
            Matcher nothing = Pattern.compile(text).matcher("");
            return fits.test(nothing) && !nothing.find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static SpecterSetup.PriceLists priceLists(Section s, boolean assumed) {
        SpecterSetup.PriceLists priceLists =
                s.choice("priceLists", SpecterSetup.PriceLists.class, SpecterSetup.PriceLists.FILE);
        if (priceLists == SpecterSetup.PriceLists.ASSUMED && !assumed) {
            s.mistake("priceLists", "Specter has no known call for price lists", "Write file, or off");
        }
        return priceLists;
    }
}
