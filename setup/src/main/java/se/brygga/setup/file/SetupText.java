package se.brygga.setup.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.brygga.setup.keys.SetupKey;
import se.brygga.setup.yaml.Section;

/**
 * A file's text as its owner wrote it, cut into its documents and without secrets. Both use the positions that the YAML
 * reader names, because YAML has more ways to write a value than any pattern foresees.
 */
final class SetupText {

    private static final Set<String> SECRETS = SetupKey.file().all().stream()
            .filter(key -> key.type() == SetupKey.Type.SECRET)
            .map(SetupKey::name)
            .collect(Collectors.toUnmodifiableSet());

    /** A secret in a comment. Somebody may have commented it out, and it may still be valid. */
    private static final Pattern IN_COMMENT =
            Pattern.compile("(?m)(^|\\s)(#.*?\\b(?:" + String.join("|", SECRETS) + ")\\b[\"']?\\s*:\\s*)\\S.*$");

    private static final String MASK = "\"<secret>\"";

    private record Secret(int begin, int end, String instead) {}

    private final String text;
    private final List<Secret> secrets = new ArrayList<>();
    private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> masked = Collections.newSetFromMap(new IdentityHashMap<>());

    private SetupText(String text) {
        this.text = text;
    }

    /**
     * Each document's text without secrets.
     *
     * @param roots the documents of exactly this text, as they were read
     */
    static List<String> withoutSecrets(String text, List<Node> roots) {
        SetupText file = new SetupText(text);
        roots.forEach(file::collect);
        file.secrets.sort(Comparator.comparingInt(Secret::begin));
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (Event event : new Yaml().parse(new StringReader(text))) {
            if (event instanceof DocumentStartEvent start) {
                // The first document keeps what is above it. The others lose the "---" that separated them.
                begins.add(
                        begins.isEmpty() ? 0 : file.afterLine(start.getEndMark().getIndex()));
                if (begins.size() > 1) {
                    ends.add(file.at(start.getStartMark().getIndex()));
                }
            }
        }
        ends.add(text.length());
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            documents.add(file.cut(begins.get(i), ends.get(i)));
        }
        return documents;
    }

    private void collect(Node node) {
        if (!visited.add(node)) {
            return;
        }
        switch (node) {
            case MappingNode mapping -> mapping.getValue().forEach(this::collect);
            case SequenceNode sequence -> sequence.getValue().forEach(this::collect);
            default -> {}
        }
    }

    private void collect(NodeTuple tuple) {
        Node value = tuple.getValueNode();
        if (!(tuple.getKeyNode() instanceof ScalarNode key) || !SECRETS.contains(key.getValue())) {
            collect(value);
        } else if (!comesFromElsewhere(value) && masked.add(value)) {
            int begin = at(value.getStartMark().getIndex());
            int end = begin
                    + text.substring(begin, at(value.getEndMark().getIndex()))
                            .stripTrailing()
                            .length();
            // Another place may refer to this anchor.
            String anchor = value.getAnchor() == null ? "" : "&" + value.getAnchor() + " ";
            secrets.add(new Secret(begin, end, anchor + MASK));
        }
    }

    private static boolean comesFromElsewhere(Node value) {
        return value instanceof ScalarNode scalar && Section.isReference(scalar.getValue());
    }

    private String cut(int begin, int end) {
        StringBuilder document = new StringBuilder();
        int done = begin;
        for (Secret secret : secrets) {
            if (secret.begin() >= begin && secret.end() <= end) {
                document.append(text, done, secret.begin()).append(secret.instead());
                done = secret.end();
            }
        }
        document.append(text, done, end);
        return IN_COMMENT.matcher(document).replaceAll("$1$2<secret>");
    }

    /** The position of a code point, because the YAML reader counts code points. */
    private int at(int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    private int afterLine(int codePoints) {
        int at = at(codePoints);
        while (at < text.length() && " \t\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
    }
}
