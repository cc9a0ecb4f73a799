package se.brygga.clients.specter.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.Latin1;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * The parameters of one call in the order in which they are sent, and what is wrong with them. Equal input always gives
 * equal bytes. Empty values are not sent, except by {@link #replace}.
 */
public final class SpecterForm {

    private static final String CUT = " [...]";
    private static final Latin1 NOTHING = new Latin1("");

    private final Map<String, Latin1> values = new LinkedHashMap<>();
    private final List<Detail> problems = new ArrayList<>();

    /** Adds a text of one line. Characters may be transliterated, but nothing is cut. */
    SpecterForm line(String name, @Nullable String text) {
        return text == null ? this : put(name, Latin1.line(text));
    }

    /** As {@link #line}, but a character without a form in Latin-1 is a violation and is not replaced. */
    public SpecterForm text(String name, @Nullable String text) {
        Detail lost = text == null ? Detail.NONE : SpecterLimits.characters(Latin1.lost(text));
        if (!lost.isNone()) {
            problems.add(Phrase.FIELD_CHARACTERS.with(SpecterFields.named(name), lost));
            return this;
        }
        return line(name, text);
    }

    /**
     * As {@link #line}, but an empty text is sent too. Without it Specter may keep what an earlier order put there.
     * That an empty value clears a field is assumed.
     */
    SpecterForm replace(String name, @Nullable String text) {
        values.put(name, text == null ? NOTHING : Latin1.line(text));
        return this;
    }

    /** Adds a number or code that must arrive unchanged. */
    public SpecterForm code(String name, @Nullable String code) {
        if (code == null) {
            return this;
        }
        if (!Latin1.holds(code)) {
            Detail odd = SpecterLimits.characters(
                    code.codePoints().filter(c -> !Latin1.holds(Character.toString(c)) && c != ' '));
            problems.add(Phrase.FIELD_CHARACTERS.with(SpecterFields.named(name), odd.isNone() ? Phrase.BLANKS : odd));
            return this;
        }
        return put(name, new Latin1(Normalizer.normalize(code, Normalizer.Form.NFC)));
    }

    /** Adds a code of the given number of capital letters: a country, a currency. */
    SpecterForm letters(String name, @Nullable String code, int count) {
        if (code != null && !code.matches("[A-Z]{" + count + "}")) {
            problems.add(Phrase.FIELD_NO_CODE.with(SpecterFields.named(name), count));
            return this;
        }
        return code(name, code);
    }

    /** Adds the number of an article. */
    public SpecterForm articleNo(String name, @Nullable String articleNo) {
        if (articleNo != null && articleNo.indexOf(' ') >= 0) {
            problems.add(Phrase.FIELD_CHARACTERS.with(SpecterFields.named(name), Phrase.BLANK));
        }
        return code(name, articleNo);
    }

    /**
     * Adds free text, the only kind of text that is cut. A comment without its end is better than an order that waits.
     */
    SpecterForm comment(String name, @Nullable String text, int max) {
        if (text == null) {
            return this;
        }
        Latin1 all = Latin1.lines(text);
        return put(name, all.length() <= max ? all : new Latin1(all.value().substring(0, max - CUT.length()) + CUT));
    }

    public SpecterForm number(String name, long number) {
        return put(name, new Latin1(Long.toString(number)));
    }

    /**
     * Adds a price.
     *
     * @param decimals how many are sent; a value with more is a violation and is not rounded
     */
    SpecterForm price(String name, BigDecimal price, int decimals) {
        if (price.stripTrailingZeros().scale() > decimals) {
            problems.add(Phrase.FIELD_DECIMALS.with(SpecterFields.named(name), decimals));
            return this;
        }
        return put(name, new Latin1(price.setScale(decimals).toPlainString()));
    }

    /** As {@link #price}, but a value with more decimals is rounded half-up. Null is not sent. */
    SpecterForm rounded(String name, @Nullable BigDecimal amount, int decimals) {
        return amount == null ? this : price(name, amount.setScale(decimals, RoundingMode.HALF_UP), decimals);
    }

    /** Notes that the call has more rows than Specter takes. */
    SpecterForm atMost(int rows, int max) {
        if (rows > max) {
            problems.add(Phrase.ARTICLES_AT_MOST.with(rows, max));
        }
        return this;
    }

    SpecterForm quantity(String name, BigDecimal quantity) {
        return put(name, new Latin1(quantity.stripTrailingZeros().toPlainString()));
    }

    public SpecterForm flag(String name, boolean on) {
        return put(name, new Latin1(on ? "1" : "0"));
    }

    public SpecterForm require(String name) {
        if (text(name).isEmpty()) {
            problems.add(Phrase.FIELD_MISSING.with(SpecterFields.named(name)));
        }
        return this;
    }

    /** What the customer's signature covers: the name as it is sent, a person's in two parts (section 2.2). */
    public Latin1 signedName() {
        return !text("name").isEmpty() ? text("name") : Latin1.line(value("firstName") + " " + value("surName"));
    }

    /** What the articles' signature covers. */
    public Latin1 firstArticle() {
        return text("articleNo_1");
    }

    /** What the signature of a pull or an acknowledgement covers. */
    public Latin1 batch() {
        return text("batchNo");
    }

    public Map<String, Latin1> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The violations: fields and lengths, without values. Safe for logs and pages. */
    public SpecterLimits.Violations violations() {
        return new SpecterLimits.Violations(List.copyOf(problems), SpecterLimits.tooLong(values));
    }

    /** Form-urlencoded Latin-1, with the parameters of {@code first} in front. */
    public static String encode(Map<String, Latin1> first, Map<String, Latin1> then) {
        Map<String, Latin1> all = new LinkedHashMap<>(first);
        all.putAll(then);
        return all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue().value(), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("&"));
    }

    private SpecterForm put(String name, Latin1 text) {
        if (!text.isEmpty()) {
            values.put(name, text);
        }
        return this;
    }

    private Latin1 text(String name) {
        return values.getOrDefault(name, NOTHING);
    }

    private String value(String name) {
        return text(name).value();
    }
}
