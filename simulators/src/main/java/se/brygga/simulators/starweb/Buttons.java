package se.brygga.simulators.starweb;

import se.brygga.simulators.Page;

/** Markup of buttons that post to the control API, alone or with a field for a number. */
final class Buttons {

    private Buttons() {}

    /** @param json body of the request, written by us */
    static String button(String text, String path, String json) {
        return "<button onclick='post(\"%s\",%s)'>%s</button>"
                .formatted(Page.escape(path), Page.escape(json), Page.escape(text));
    }

    /**
     * A field with a button that sends what is in it.
     *
     * @param field name of the number in the body
     * @param more further fields of the body, each with a comma before it
     */
    static String number(String label, String value, String path, String field, String more) {
        // What was sent is no longer being typed: the page may refresh again.
        return ("<input type=number step=any style=\"width:9ch\" aria-label=\"%s\" value=\"%s\">"
                        + "<button onclick='let i=this.previousElementSibling;i.defaultValue=i.value;"
                        + "post(\"%s\",{\"%s\":+i.value%s})'>Spara</button>")
                .formatted(
                        Page.escape(label),
                        Page.escape(value),
                        Page.escape(path),
                        Page.escape(field),
                        Page.escape(more));
    }
}
