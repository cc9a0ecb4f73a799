package se.brygga.simulators.specter.protocol;

import java.math.BigDecimal;
import se.brygga.simulators.Quirks;

/** One XML element as it is built: attributes first, then content. */
public final class Markup {

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    public Markup(String name) {
        this.name = name;
    }

    /** Line ends are written as references, because a parser makes blanks of those that stand in an attribute. */
    public Markup attribute(String attribute, Object value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escape(value.toString()).replace("\n", "&#10;").replace("\r", "&#13;"))
                .append('"');
        return this;
    }

    /** A child that holds text only. */
    public Markup element(String child, Object value) {
        return raw("<" + child + ">" + escape(value.toString()) + "</" + child + ">");
    }

    public Markup raw(String markup) {
        content.append(markup);
        return this;
    }

    public Markup child(Markup child) {
        return raw(child.toString());
    }

    @Override
    public String toString() {
        return content.isEmpty()
                ? "<" + name + attributes + "/>"
                : "<" + name + attributes + ">" + content + "</" + name + ">";
    }

    /** A number as it stands, with at least so many decimals, and the account's decimal mark (O29, O30). */
    public static String number(BigDecimal value, int leastDecimals, Quirks quirks) {
        BigDecimal plain = value.stripTrailingZeros();
        String text = plain.setScale(Math.max(plain.scale(), leastDecimals)).toPlainString();
        return quirks.is(FeedQuirk.DECIMAL_MARK, "COMMA") ? text.replace('.', ',') : text;
    }

    public static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
