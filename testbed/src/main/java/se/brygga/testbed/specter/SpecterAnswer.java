package se.brygga.testbed.specter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.sim.SimResponse;

/** An answer's two forms: a line of text, or XML (reference, section 3.1). */
record SpecterAnswer(boolean success, long number, String message) {

    static SpecterAnswer done(long number) {
        return new SpecterAnswer(true, number, "OK");
    }

    static SpecterAnswer refused(Refusal refusal) {
        return new SpecterAnswer(false, refusal.code, String.valueOf(refusal.getMessage()));
    }

    /** Without the message, which may quote what was sent. */
    String brief() {
        return (success ? "1;" : "0;") + number;
    }

    /** @param xml whether the call asked for XML with {@code useXML=2} */
    SimResponse response(boolean xml, Quirks quirks) {
        int status = success ? 200 : quirks.number(SpecterQuirks.ERROR_STATUS);
        if (!xml) {
            return SimResponse.of(
                    status, "text/plain; charset=ISO-8859-1", brief() + ";" + message, StandardCharsets.ISO_8859_1);
        }
        String declared = quirks.get(SpecterQuirks.XML_DECLARATION);
        Charset charset = declared.equals("UTF8") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String declaration =
                declared.equals("NONE") ? "" : "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>";
        String root = quirks.get(SpecterQuirks.XML_ROOT);
        String body = declaration + "<" + root + ">" + apiResponse(quirks) + "</" + root + ">";
        return SimResponse.of(status, "text/xml", body, charset);
    }

    private String apiResponse(Quirks quirks) {
        String result = success ? "1" : "0";
        String idName = success ? quirks.get(SpecterQuirks.XML_ID_NAME) : "code";
        if (quirks.is(SpecterQuirks.XML_STYLE, "ATTRIBUTES")) {
            return "<APIresponse result=\"%s\" %s=\"%d\" message=\"%s\"/>"
                    .formatted(result, idName, number, escape(message));
        }
        return "<APIresponse><result>%s</result><%s>%d</%s><message><![CDATA[%s]]></message></APIresponse>"
                .formatted(result, idName, number, idName, message);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
