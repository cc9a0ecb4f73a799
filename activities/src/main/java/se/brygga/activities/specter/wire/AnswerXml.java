package se.brygga.activities.specter.wire;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The XML form of an answer. Nobody knows its names for sure (O9): any root, {@code APIresponse} optional, each value an
 * element or an attribute, letters in any case. No DTD, so no entities from elsewhere.
 */
final class AnswerXml {

    private static final List<String> ID_NAMES = List.of("id", "orderno", "customerid", "articleid");

    private AnswerXml() {}

    static AnswerBody read(String xml) {
        try {
            return meaning(parse(xml));
        } catch (SAXException | IOException | ParserConfigurationException notXml) {
            return new AnswerBody.Unreadable("unreadable-answer");
        }
    }

    private static AnswerBody meaning(Element root) {
        if (name(root).equals("html")) {
            return new AnswerBody.Unreadable("html-page");
        }
        Map<String, String> values = values(root);
        values.putAll(values(response(root)));
        String result = values.get("result");
        if (result == null || result.isEmpty()) {
            return new AnswerBody.Unreadable("unreadable-answer");
        }
        if (result.equals("1")) {
            return new AnswerBody.Success(ID_NAMES.stream()
                    .map(values::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(""));
        }
        return AnswerBody.Failure.of(values.getOrDefault("code", ""), values.getOrDefault("message", ""));
    }

    private static Element response(Element root) {
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name(element).equals("apiresponse")) {
                return element;
            }
        }
        return root;
    }

    /** Attributes and child elements; a child element wins. */
    private static Map<String, String> values(Element element) {
        Map<String, String> values = new HashMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.put(
                    name(attributes.item(i)), attributes.item(i).getNodeValue().strip());
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                values.put(name(child), child.getTextContent().strip());
            }
        }
        return values;
    }

    private static String name(Node node) {
        return node.getLocalName().toLowerCase(Locale.ROOT);
    }

    private static Element parse(String xml) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        // The parser's own handler prints to standard error.
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    }
}
