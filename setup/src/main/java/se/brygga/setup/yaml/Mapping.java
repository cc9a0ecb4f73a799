package se.brygga.setup.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.brygga.setup.keys.SetupKey;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/**
 * One mapping of a set-up file while it is read. Holds its keys with their positions and texts, which keys were asked
 * for, and what is wrong with them.
 */
abstract sealed class Mapping permits Section {

    static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    final Section.Reading reading;
    final int line;
    final Map<String, Node> values = new LinkedHashMap<>();
    final Set<String> asked = new LinkedHashSet<>();
    private final SetupKey here;
    private final String path;
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();

    Mapping(Section.Reading reading, SetupKey here, String path, @Nullable Node node, int line) {
        this.reading = reading;
        this.here = here;
        this.path = path;
        this.line = node == null ? line : lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (node != null) {
            mistake(lineOf(node), path, SetupReason.SECTION_EXPECTED.of(path));
        }
    }

    private void add(NodeTuple tuple) {
        String written = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String key = CONTROL.matcher(written).replaceAll("?");
        if (key.isBlank() || !key.equals(written)) {
            mistake(lineOf(tuple.getKeyNode()), at(key), SetupReason.KEY_NOT_PRINTABLE.of());
        }
        if (values.put(key, tuple.getValueNode()) != null) {
            mistake(lineOf(tuple.getKeyNode()), at(key), SetupReason.KEY_TWICE.of());
        }
        keyLines.put(key, lineOf(tuple.getKeyNode()));
    }

    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    public Set<String> keys() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    /** Whether the key is there and has no mistake. */
    public boolean isRight(String key) {
        return values.containsKey(key) && nothingSaidOf(key);
    }

    boolean nothingSaidOf(String key) {
        return reading.mistakes().stream().noneMatch(m -> m.path().equals(at(key)));
    }

    public boolean isList(String key) {
        asked.add(key);
        return values.get(key) instanceof SequenceNode;
    }

    boolean isEmptyList(String key) {
        return values.get(key) instanceof SequenceNode sequence
                && sequence.getValue().isEmpty();
    }

    public Optional<String> optionalText(String key) {
        return optionalText(key, CONTROL);
    }

    Optional<String> optionalText(String key, Pattern unprintable) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            mistake(lineOf(node), at(key), SetupReason.SINGLE_VALUE_EXPECTED.of(key));
            return Optional.empty();
        }
        return resolve(key, scalar.getValue(), unprintable);
    }

    /** Whether a value only refers to the real value elsewhere. */
    public static boolean isReference(String value) {
        return value.startsWith("${") && value.endsWith("}");
    }

    /** The real value of a key. A value that no database or terminal can hold is neither kept nor quoted. */
    Optional<String> resolve(String key, String value, Pattern unprintable) {
        Optional<String> resolved = referred(key, value);
        if (resolved.filter(text -> unprintable.matcher(text).find()).isPresent()) {
            mistake(
                    key,
                    isReference(value) ? SetupReason.REFERENCE_NOT_PRINTABLE.of() : SetupReason.NOT_PRINTABLE.of());
            return Optional.of("");
        }
        return resolved;
    }

    private Optional<String> referred(String key, String value) {
        if (!isReference(value)) {
            return Optional.of(value);
        }
        String name = value.substring(2, value.length() - 1);
        Optional<String> resolved = reading.environment().apply(name);
        if (resolved.isEmpty()) {
            mistake(key, SetupReason.REFERENCE_WITHOUT_VALUE.of(name));
            return Optional.of("");
        }
        return resolved;
    }

    /** The default of the catalogue for a key; the least value where the catalogue has no default. */
    public String usual(String key) {
        SetupKey declared = declared(key);
        return declared.standard().isEmpty()
                ? declared.least()
                : declared.standard().getFirst();
    }

    public SetupKey declared(String key) {
        return here.child(key);
    }

    /** Notes a mistake of the section as a whole. */
    public void mistakeHere(Refusal what) {
        mistake(line, path, what);
    }

    public void mistake(String key, Refusal what) {
        mistake(lineOf(key), at(key), what);
    }

    /** Notes something that looks wrong but may be right. */
    public void warn(String key, Refusal what) {
        reading.warnings().add(new Mistake(lineOf(key), at(key), what));
    }

    void mistake(int atLine, String at, Refusal what) {
        reading.mistakes().add(new Mistake(atLine, at, what));
    }

    /** Notes every key that no reader asked for. Most of them are spelling mistakes. */
    public void end() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                mistake(
                        key,
                        Spelling.nearest(key, asked)
                                .map(near -> SetupReason.KEY_UNKNOWN.of(near, null))
                                .orElseGet(() -> SetupReason.KEY_UNKNOWN.of(null, asked)));
            }
        }
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public int lineOf(String key) {
        return keyLines.getOrDefault(key, line);
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
