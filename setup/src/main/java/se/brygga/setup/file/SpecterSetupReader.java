package se.brygga.setup.file;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.setup.yaml.Section;

/** Reads a tenant's {@code specter} section. */
final class SpecterSetupReader {

    private static final Pattern LIVE_HOST = Pattern.compile("(?i)api\\.specter\\.se\\.?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Nobody has seen one of less than 32 characters; what is shorter than this was cut off. */
    private static final int SHORTEST_KEY = 16;

    private SpecterSetupReader() {}

    static SpecterSetup read(Section s) {
        URI baseUrl = s.url("baseUrl", true);
        boolean assumed = s.flag("assumedAdapter");
        if (assumed && LIVE_HOST.matcher(String.valueOf(baseUrl.getHost())).matches()) {
            s.mistake("assumedAdapter", "our invented actions must not be sent to the live host", "Remove the line");
        }
        SpecterSetup setup = new SpecterSetup(
                baseUrl,
                s.number("apiVersion"),
                s.number("sbmId"),
                s.optionalFilledText("apiUserId").orElse(null),
                key(s, "apiUserKey", HEX, "32 characters of 0-9 and a-f"),
                key(s, "integrationKey", GUID, "a GUID with dashes, like 11111111-2222-3333-4444-555555555555"),
                s.number("maxConcurrent"),
                s.duration("readTimeout"),
                s.flag("forceCustomerUpdate"),
                codes(s, "authCodes"),
                codes(s, "duplicateOrderCodes"),
                pattern(s, "duplicateOrderPattern", pattern -> true, "", "\"finns redan\""),
                pattern(
                        s,
                        "duplicateOrderNumberPattern",
                        pattern -> pattern.groupCount() == 1,
                        " with one group",
                        "\"'([0-9]+)'\""),
                codes(s, "articleMissingCodes"),
                assumed,
                priceLists(s, assumed),
                s.number("maxForeignRecoveries"),
                s.choice("triggerOrderId", SpecterSetup.TriggerOrderId.class));
        if (!s.has("sbmId")) {
            s.mistake("sbmId", "is missing", "Add the number of the Specter account");
        }
        checkCodes(s, setup);
        s.end();
        return setup;
    }

    /** What v1's keys look like nobody knows; v2's were seen, which proves nothing of one that nobody has seen. */
    private static Secret key(Section s, String name, Pattern seen, String words) {
        Secret key = s.secret(name);
        if (s.isRight(name) && !seen.matcher(key.value()).matches() && isVersion2(s)) {
            if (key.value().length() < SHORTEST_KEY) {
                s.mistake(name, "is too short for a key of Specter", "It should be " + words);
            } else {
                s.warn(name, "does not look like other keys of Specter", "Those are " + words);
            }
        }
        return key;
    }

    private static boolean isVersion2(Section s) {
        return s.optionalText("apiVersion").orElse("2").equals("2");
    }

    private static Set<String> codes(Section s, String name) {
        return Set.copyOf(new LinkedHashSet<>(s.optionalTexts(name, "[\"10\", \"11\"]")));
    }

    /** Taken for two things, an answer would be followed as one of them, and nobody could say which. */
    private static void checkCodes(Section s, SpecterSetup setup) {
        Set<String> seen = new HashSet<>();
        List.of(
                        Map.entry("authCodes", setup.authCodes()),
                        Map.entry("duplicateOrderCodes", setup.duplicateOrderCodes()),
                        Map.entry("articleMissingCodes", setup.articleMissingCodes()))
                .forEach(list -> list.getValue().stream()
                        .filter(code -> !seen.add(code) && s.isRight(list.getKey()))
                        .sorted()
                        .findFirst()
                        .ifPresent(code -> s.mistake(
                                list.getKey(),
                                "code " + code + " stands in another list too",
                                "Give each code one meaning")));
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
        SpecterSetup.PriceLists priceLists = s.choice("priceLists", SpecterSetup.PriceLists.class);
        if (priceLists == SpecterSetup.PriceLists.ASSUMED && !assumed) {
            s.mistake("priceLists", "Specter has no known call for price lists", "Write file, or off");
        }
        return priceLists;
    }
}
