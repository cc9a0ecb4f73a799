package se.brygga.simulators;

import java.util.List;

/** Small forms for a page's cells. They post to the control API, which answers with a way back to the page. */
public final class Forms {

    private Forms() {}

    /** @param fields markup of {@link #field} and {@link #choice} */
    public static String post(String path, String button, String... fields) {
        return "<form method=post action=\"%s\">%s<button>%s</button></form>"
                .formatted(Page.escape(path), String.join("", fields), Page.escape(button));
    }

    /** @param width in characters */
    public static String field(String name, String value, String placeholder, int width) {
        return "<input name=\"%s\" value=\"%s\" placeholder=\"%s\" aria-label=\"%s\" autocomplete=off style=\"width:%dch\">"
                .formatted(
                        Page.escape(name),
                        Page.escape(value),
                        Page.escape(placeholder),
                        Page.escape(placeholder),
                        width + 3);
    }

    public static String hidden(String name, String value) {
        return "<input type=hidden name=\"%s\" value=\"%s\">".formatted(Page.escape(name), Page.escape(value));
    }

    public static String choice(String name, List<String> values) {
        StringBuilder choice = new StringBuilder("<select name=\"" + Page.escape(name) + "\">");
        values.forEach(value -> choice.append("<option>").append(Page.escape(value)));
        return choice.append("</select>").toString();
    }
}
