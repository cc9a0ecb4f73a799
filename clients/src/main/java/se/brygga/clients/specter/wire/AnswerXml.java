package se.brygga.clients.specter.wire;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.specter.wire.AnswerBody.AnswerList;

/**
 * The XML form of an answer. Nobody knows its names for sure (O9): any root, {@code APIresponse} optional, each value an
 * element or an attribute, letters in any case. No DTD, so no entities from elsewhere.
 */
final class AnswerXml {

    private static final List<String> ID_NAMES = List.of("id", "orderno", "customerid", "articleid");

    /** Nothing that Specter says is nested deeper than a handful. */
    private static final int DEEPEST = 50;

    private final XMLStreamReader xml;
    private final @Nullable AnswerList list;
    private final Map<String, String> lowerCase = new HashMap<>();
    private boolean listed;
    private int depth;

    private AnswerXml(XMLStreamReader xml, @Nullable AnswerList list) {
        this.xml = xml;
        this.list = list;
    }

    /** @param list takes the rows; null when none are awaited */
    static AnswerBody read(Reader text, @Nullable AnswerList list) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(text);
            try {
                return new AnswerXml(xml, list).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException notXml) {
            return new AnswerBody.Unreadable(Why.UNREADABLE_BODY);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private AnswerBody read() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {}
        if (name(xml.getLocalName()).equals("html")) {
            return new AnswerBody.Unreadable(Why.HTML_PAGE);
        }
        XmlElement root = element(false, false);
        // What comes after the root must be nothing: a page of errors behind a list makes the list doubtful.
        while (next() != XMLStreamConstants.END_DOCUMENT) {}
        if (list != null) {
            list.end(root);
        }
        return meaning(values(root));
    }

    private AnswerBody meaning(Map<String, String> values) {
        String result = values.getOrDefault("result", "");
        String code = values.getOrDefault("code", "");
        if (result.equals("1") || (result.isEmpty() && code.isEmpty() && listed)) {
            return new AnswerBody.Success(ID_NAMES.stream()
                    .map(values::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(""));
        }
        // An open batch is told by its code (section 5), whether there is a result or not.
        if (result.isEmpty() && !code.equals(AnswerBody.OPEN_BATCH)) {
            return new AnswerBody.Unreadable(Why.UNREADABLE_BODY);
        }
        return AnswerBody.Failure.of(code, values.getOrDefault("message", ""));
    }

    /** The root's values, and over them those of {@code APIresponse}. */
    private static Map<String, String> values(XmlElement root) {
        Map<String, String> values = new HashMap<>(root.attributes());
        root.children().forEach(child -> values.put(child.name(), child.text()));
        root.children().stream()
                .filter(child -> child.name().equals("apiresponse"))
                .findFirst()
                .ifPresent(response -> {
                    values.putAll(response.attributes());
                    response.children().forEach(child -> values.put(child.name(), child.text()));
                });
        return values;
    }

    /** The element that starts here. Rows go to the list instead of into it. */
    private XmlElement element(boolean inList, boolean inRow) throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new XMLStreamException("nested too deep");
        }
        String name = name(xml.getLocalName());
        Map<String, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean inside = inList || startsList(name, inRow);
        int event = next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                take(inside, inRow, children);
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            event = next();
        }
        depth--;
        return new XmlElement(
                name, attributes, List.copyOf(children), text.toString().strip());
    }

    private boolean startsList(String name, boolean inRow) {
        boolean starts = list != null && !inRow && list.isList(name);
        listed |= starts;
        return starts;
    }

    private void take(boolean inList, boolean inRow, List<XmlElement> children) throws XMLStreamException {
        AnswerList rows = inList && !inRow ? list : null;
        boolean isRow = rows != null && rows.isRow(name(xml.getLocalName()));
        XmlElement child = element(inList, inRow || isRow);
        if (rows != null && isRow) {
            rows.row(child);
            return;
        }
        if (rows != null) {
            rows.around(child);
        }
        children.add(child);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = HashMap.newHashMap(xml.getAttributeCount());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(
                    name(xml.getAttributeLocalName(i)), xml.getAttributeValue(i).strip());
        }
        return Map.copyOf(attributes);
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a DTD, or an entity of one");
        }
        return event;
    }

    private String name(String name) {
        return lowerCase.computeIfAbsent(name, n -> n.toLowerCase(Locale.ROOT));
    }
}
