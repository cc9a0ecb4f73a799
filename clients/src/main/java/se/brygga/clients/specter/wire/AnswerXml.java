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
 * The XML form of an answer. Nobody knows its names for sure (O9). So any root is taken, {@code APIresponse} is
 * optional, each value is an element or an attribute, and case makes no difference. A DTD is refused, so an answer can
 * name no entities.
 */
final class AnswerXml {

    private static final List<String> ID_NAMES = List.of("id", "orderno", "customerid", "articleid");

    /** The deepest nesting that is read. Specter's answers have a handful of levels. */
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

    /**
     * Reads the text.
     *
     * @param list takes the rows; null when no list is expected
     */
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
        // Nothing may follow the root: an error page behind a list makes the list doubtful.
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
        // The code alone tells of an open batch (section 5), with a result or without.
        if (result.isEmpty() && !code.equals(AnswerBody.OPEN_BATCH)) {
            return new AnswerBody.Unreadable(Why.UNREADABLE_BODY);
        }
        return AnswerBody.Failure.of(code, values.getOrDefault("message", ""));
    }

    /** The root's values; those of {@code APIresponse} replace them. */
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

    /** Reads the element that starts here. Its rows go to the list and not into the element. */
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
