package se.brygga.simulators;

import java.util.List;

/** A simulator's page: tables that refresh by themselves. All text is escaped here. */
@SuppressWarnings("InlineFormatString") // The page's head is long, and reads better by itself.
public final class Page {

    /** Small forms for a page's cells. They post to the control API, which answers with a way back to the page. */
    public static final class Forms {

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

    private static final String HEAD = """
            <!doctype html><html lang="sv"><head><meta charset="utf-8"><title>%1$s</title><style>
            body{font:15px/1.45 system-ui,sans-serif;margin:0;background:#f4f6f8;color:#1d2733}
            header{background:%2$s;color:#fff;padding:14px 28px}header h1{margin:0;font-size:20px}
            header p{margin:2px 0 0;opacity:.85}
            main{padding:18px 28px;display:grid;gap:18px;grid-template-columns:repeat(auto-fit,minmax(440px,1fr))}
            section{background:#fff;border-radius:8px;padding:14px 18px;box-shadow:0 1px 3px #0002}
            h2{font-size:16px;margin:0 0 8px}table{border-collapse:collapse;width:100%%}
            th{text-align:left;font-weight:600;color:#5a6b7d;font-size:13px}td,th{padding:4px 8px 4px 0;border-bottom:1px solid #edf0f3}
            .n{text-align:right;font-variant-numeric:tabular-nums;padding-right:24px}button{margin:2px 4px 2px 0;padding:4px 9px;border:1px solid #c5d0da;
            background:#fff;border-radius:5px;cursor:pointer}button:hover{background:#eef3f8}.empty{color:#8696a5}
            .wide{grid-column:1/-1;overflow-x:auto}form{display:inline-flex;gap:4px;align-items:center;margin:1px 8px 1px 0}
            input,select{padding:3px 6px;border:1px solid #c5d0da;border-radius:5px;font:inherit;font-size:14px;box-sizing:border-box}
            td{vertical-align:top}.b{display:inline-block;border-radius:9px;padding:0 8px;font-size:13px;background:#e6ebf0}
            .b.ok{background:#d5eedd}.b.part{background:#fdeec6}.b.bad{background:#f8d7d7}
            </style></head><body><header><h1>%1$s</h1><p>%3$s</p></header><main id="m">""";

    private static final String TAIL = """
            </main><script>
            async function post(u,b){await fetch(u,{method:'POST',body:JSON.stringify(b||{})});refresh()}
            // What somebody is typing must not be taken away, nor what is typed and not yet sent.
            function busy(){return document.activeElement.matches('input,select')||
            [...document.querySelectorAll('#m input')].some(i=>i.value!==i.defaultValue)}
            async function refresh(){if(busy())return;try{const t=await(await fetch(location.href)).text();
            const d=new DOMParser().parseFromString(t,'text/html');if(!busy())document.getElementById('m').innerHTML=d.getElementById('m').innerHTML}catch(e){}}
            setInterval(refresh,2000)</script></body></html>""";

    private final StringBuilder html = new StringBuilder();

    public Page(String title, String colour, String subtitle) {
        html.append(HEAD.formatted(escape(title), colour, escape(subtitle)));
    }

    /** Adds a table with a heading. A cell that begins with a digit is aligned to the right. */
    public Page table(String heading, List<String> columns, List<List<String>> rows) {
        return section(heading, tableHtml(columns, rows));
    }

    /** Buttons that post to the control API, above a table. */
    public Page table(String heading, List<Button> buttons, List<String> columns, List<List<String>> rows) {
        StringBuilder row = new StringBuilder("<div>");
        for (Button button : buttons) {
            row.append("<button onclick='post(\"%s\",%s)'>%s</button>"
                    .formatted(escape(button.path()), escape(button.json()), escape(button.text())));
        }
        return section(heading, row.append("</div>") + tableHtml(columns, rows));
    }

    /** Adds a heading and markup in the page's full width. The caller has escaped the markup. */
    public Page wide(String heading, String markup) {
        html.append("<section class=wide><h2>")
                .append(escape(heading))
                .append("</h2>")
                .append(markup)
                .append("</section>");
        return this;
    }

    /** @param json body of the request, written by us */
    public record Button(String text, String path, String json) {}

    public String render() {
        return html + TAIL;
    }

    /** Adds a heading and markup, in a row with other sections. The caller has escaped the markup. */
    public Page section(String heading, String content) {
        html.append("<section><h2>")
                .append(escape(heading))
                .append("</h2>")
                .append(content)
                .append("</section>");
        return this;
    }

    private static String tableHtml(List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "<p class=empty>Inget ännu.</p>";
        }
        StringBuilder table = new StringBuilder("<table><tr>");
        columns.forEach(column -> table.append("<th>").append(escape(column)));
        for (List<String> row : rows) {
            table.append("<tr>");
            for (String cell : row) {
                boolean number = cell.matches("-?\\d+\\.\\d{2} [A-Z]{3}");
                table.append(number ? "<td class=n>" : "<td>").append(escape(cell));
            }
        }
        return table.append("</table>").toString();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
