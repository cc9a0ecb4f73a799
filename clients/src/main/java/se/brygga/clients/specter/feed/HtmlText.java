package se.brygga.clients.specter.feed;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTML whose markup is escaped once more on the wire (reference section 7): {@code &lt;b&gt;}. A text with a
 * {@code <} was not escaped.
 */
final class HtmlText {

    /** What classic ASP escapes. Other names are part of the HTML. */
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private static final Pattern ESCAPE = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos);");

    private HtmlText() {}

    /** The text without the escapes of the wire; null for null. */
    static @Nullable String of(@Nullable String told) {
        return told == null || told.indexOf('<') >= 0
                ? told
                : ESCAPE.matcher(told).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        String name = escape.group(1);
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, escape.group());
        }
        boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
        int character = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        // A database holds no NUL, and half a pair is no character.
        return character != 0 && Character.isValidCodePoint(character) && !isSurrogate(character)
                ? Character.toString(character)
                : escape.group();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
