package se.brygga.testbed.privacy;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which a name can stand somewhere without being seen at once. */
final class Encodings {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}+={0,2}");
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Encodings() {}

    /** Bytes as text: those of UTF-8, and once more as Specter's ISO-8859-1 where that is something else. */
    static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : text + '\n' + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The text, followed by what is encoded in it: percent signs of both charsets, JSON's escapes, base64. */
    static String opened(String text) {
        StringBuilder opened = new StringBuilder(text);
        if (PERCENT.matcher(text).find()) {
            opened.append('\n').append(percent(text, StandardCharsets.UTF_8));
            opened.append('\n').append(percent(text, StandardCharsets.ISO_8859_1));
        }
        if (text.contains("\\u")) {
            opened.append('\n')
                    .append(UNICODE.matcher(text)
                            .replaceAll(match -> Matcher.quoteReplacement(
                                    String.valueOf((char) Integer.parseInt(match.group(1), 16)))));
        }
        BASE64.matcher(text).results().forEach(match -> {
            byte[] bytes = base64(match.group());
            if (isText(bytes)) {
                opened.append('\n').append(text(bytes));
            }
        });
        return opened.toString();
    }

    private static String percent(String text, Charset charset) {
        // A percent sign that begins nothing stays one.
        return URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), charset);
    }

    private static byte[] base64(String run) {
        String plain = run.replace('-', '+').replace('_', '/').replace("=", "");
        // One letter alone after full groups of four is no base64: it belongs to what follows.
        String whole = plain.length() % 4 == 1 ? plain.substring(0, plain.length() - 1) : plain;
        return Base64.getDecoder().decode(whole);
    }

    /** Whether it can be read at all; most runs of letters are just words, and what they decode to is noise. */
    static boolean isText(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .chars()
                .noneMatch(letter -> letter == '\ufffd' || (letter < ' ' && !Character.isWhitespace(letter)));
    }

    /** Without accents: Dvořák is Dvorak too, for those who cannot write it. */
    static String plain(String text) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return text;
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ø', 'o')
                .replace('Ø', 'O')
                .replace("æ", "ae")
                .replace("Æ", "Ae");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
