package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.XmlElement;

/**
 * The fields of an article whose names in an answer nobody knows for sure (reference section 7, O30). The first name
 * that has a value counts. Specter's real names go here.
 */
enum ArticleField {
    BAR_CODE("barCode", "ean"),
    WEIGHT("productWeight", "weight"),
    BUY_PRICE("buyPrice"),
    UNIT("unit", "unitName"),
    SUPPLIER("supplierName", "supplier", "manufacturerName", "manufacturer"),
    SHORT_TEXT("shortText", "webShopShortText", "webShortText", "shortDescription"),
    LONG_TEXT("longText", "webShopLongText", "webLongText", "longDescription", "description"),
    GROUP("articleGroup", "articleGroupName", "group", "groupName");

    /** What classic ASP escapes. Other names are part of the HTML. */
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private static final Pattern ESCAPE = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos);");

    private final List<String> names;

    ArticleField(String... names) {
        this.names = List.of(names);
    }

    /** The value as the answer has it; null when it is not told. */
    @Nullable
    String of(XmlElement article) {
        return names.stream()
                .map(article::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * HTML, whose markup is escaped once more on the wire (reference section 7). A text with an unescaped tag was not
     * escaped. Null when it is not told.
     */
    @Nullable
    String htmlOf(XmlElement article) {
        return withoutEscapes(of(article));
    }

    /**
     * The number; null when it is not told.
     *
     * @throws XmlElement.UnreadableValue the value is no number
     */
    @Nullable
    BigDecimal decimalOf(XmlElement article) {
        String told = names.stream()
                .filter(name -> article.value(name) != null)
                .findFirst()
                .orElse(names.getFirst());
        return article.decimal(told);
    }

    private static @Nullable String withoutEscapes(@Nullable String told) {
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
