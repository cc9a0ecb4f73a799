package se.brygga.simulators.specter.protocol;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;

/**
 * An answer, which has two forms: text, or XML (reference, section 3.1).
 *
 * @param number what a write tells; of a read, how many records it tells of
 * @param text a read's text form, empty when it has none or the answer is no read's
 * @param xml a read's elements beside {@code APIresponse}, null when the answer is no read's
 */
public record SimSpecterAnswer(
        boolean success,
        long number,
        String message,
        String text,
        @Nullable String xml) {

    public static SimSpecterAnswer done(long number) {
        return new SimSpecterAnswer(true, number, "OK", "", null);
    }

    public static SimSpecterAnswer data(int records, String text, String xml) {
        return new SimSpecterAnswer(true, records, "OK", text, xml);
    }

    public static SimSpecterAnswer refused(SimRefusal refusal, Quirks quirks) {
        return new SimSpecterAnswer(false, refusal.code(quirks), String.valueOf(refusal.getMessage()), "", null);
    }

    /** Without the message, which may quote what was sent. */
    public String brief() {
        return (success ? "1;" : "0;") + number;
    }

    /** @param asXml whether the call asked for XML */
    public SimResponse response(boolean asXml, Quirks quirks) {
        int status = success ? 200 : quirks.number(SpecterQuirk.ERROR_STATUS);
        boolean unsaid = quirks.is(FeedQuirk.CHARSET, "windows-1252-as-latin-1");
        Charset charset = Charset.forName(unsaid ? "windows-1252" : quirks.get(FeedQuirk.CHARSET));
        String said = unsaid ? StandardCharsets.ISO_8859_1.name() : charset.name();
        if (!asXml) {
            String body = text.isEmpty() ? brief() + ";" + message : text;
            return SimResponse.of(status, "text/plain; charset=" + said, body, charset);
        }
        String declared = quirks.get(SpecterQuirk.XML_DECLARATION);
        if (declared.equals("UTF8")) {
            charset = StandardCharsets.UTF_8;
            said = charset.name();
        }
        String declaration = declared.equals("NONE") ? "" : "<?xml version=\"1.0\" encoding=\"" + said + "\"?>";
        String root = quirks.get(SpecterQuirk.XML_ROOT);
        String body =
                declaration + "<" + root + ">" + apiResponse(quirks) + (xml == null ? "" : xml) + "</" + root + ">";
        return SimResponse.of(status, "text/xml", body, charset);
    }

    private String apiResponse(Quirks quirks) {
        boolean attributes = quirks.is(SpecterQuirk.XML_STYLE, "ATTRIBUTES");
        if (xml != null) {
            String alone = attributes ? "<APIresponse result=\"1\"/>" : "<APIresponse><result>1</result></APIresponse>";
            return quirks.is(FeedQuirk.API_RESPONSE_IN_DATA, "true") ? alone : "";
        }
        String result = success ? "1" : "0";
        String idName = success ? quirks.get(SpecterQuirk.XML_ID_NAME) : "code";
        if (attributes) {
            return "<APIresponse result=\"%s\" %s=\"%d\" message=\"%s\"/>"
                    .formatted(result, idName, number, Markup.escape(message));
        }
        return "<APIresponse><result>%s</result><%s>%d</%s><message>%s</message></APIresponse>"
                .formatted(result, idName, number, idName, Markup.cdata(message));
    }
}
