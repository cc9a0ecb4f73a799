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
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/** Reads a tenant's {@code specter} section. */
final class SpecterSetupReader {

    private static final Pattern LIVE_HOST = Pattern.compile("(?i)api\\.specter\\.se\\.?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** No shorter key than 32 characters is known. A key shorter than this was cut off. */
    private static final int SHORTEST_KEY = 16;

    private SpecterSetupReader() {}

    static SpecterSetup read(Section s) {
        URI baseUrl = s.url("baseUrl", true);
        boolean assumed = s.flag("assumedAdapter");
        if (assumed && LIVE_HOST.matcher(String.valueOf(baseUrl.getHost())).matches()) {
            s.mistake("assumedAdapter", SetupReason.ADAPTER_AT_LIVE_HOST.of());
        }
        SpecterSetup setup = new SpecterSetup(
                baseUrl,
                s.number("apiVersion"),
                s.number("sbmId"),
                s.optionalFilledText("apiUserId").orElse(null),
                key(s, "apiUserKey", HEX),
                key(s, "integrationKey", GUID),
                s.number("maxConcurrent"),
                s.duration("readTimeout"),
                s.flag("forceCustomerUpdate"),
                codes(s, "authCodes"),
                codes(s, "duplicateOrderCodes"),
                pattern(
                        s,
                        "duplicateOrderPattern",
                        pattern -> true,
                        SetupReason.PATTERN_EXPECTED.of("\"finns redan\"")),
                pattern(
                        s,
                        "duplicateOrderNumberPattern",
                        pattern -> pattern.groupCount() == 1,
                        SetupReason.PATTERN_WITH_GROUP_EXPECTED.of("\"'([0-9]+)'\"")),
                codes(s, "articleMissingCodes"),
                assumed,
                priceLists(s, assumed),
                s.number("maxForeignRecoveries"),
                s.choice("triggerOrderId", SpecterSetup.TriggerOrderId.class));
        if (!s.has("sbmId")) {
            s.mistake("sbmId", SetupReason.ACCOUNT_MISSING.of());
        }
        checkCodes(s, setup);
        s.end();
        return setup;
    }

    /**
     * Reads a key. Nobody knows what keys of v1 look like. Keys of v2 were seen, which proves nothing about other keys
     * of v2.
     */
    private static Secret key(Section s, String name, Pattern seen) {
        Secret key = s.secret(name);
        if (s.isRight(name) && !seen.matcher(key.value()).matches() && isVersion2(s)) {
            if (key.value().length() < SHORTEST_KEY) {
                s.mistake(name, SetupReason.SPECTER_KEY_SHORT.of(name));
            } else {
                s.warn(name, SetupReason.SPECTER_KEY_UNLIKE.of(name));
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

    /**
     * A code may have one meaning only. Otherwise an answer would be read in one of two ways, and nobody could say
     * which.
     */
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
                        .ifPresent(code -> s.mistake(list.getKey(), SetupReason.ANSWER_CODE_TWICE.of(code))));
    }

    private static @Nullable String pattern(Section s, String key, Predicate<Matcher> fits, Refusal wrong) {
        String pattern = s.optionalText(key).orElse(null);
        if (pattern == null || isPattern(pattern, fits)) {
            return pattern;
        }
        s.mistake(key, wrong);
        return null;
    }

    /**
     * Whether the text is a usable pattern. A pattern that matches the empty text would match every refusal, and take
     * each for an order that exists.
     */
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
            s.mistake("priceLists", SetupReason.PRICE_LISTS_WITHOUT_CALL.of());
        }
        return priceLists;
    }
}
