package se.brygga.activities.setup;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a set-up file while it is read. A wrong value is noted as a mistake and replaced by a harmless one, so that
 * reading goes on and all mistakes come at once.
 */
final class Section {

    /** Shared by all sections of a file. */
    record Reading(List<Mistake> mistakes, Function<String, Optional<String>> environment) {}

    private final Reading reading;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Reading reading, String path, @Nullable Node node, int line) {
        this.reading = reading;
        this.path = path;
        this.line = node == null ? line : lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (node != null) {
            mistake(lineOf(node), path, "expected keys with values here", "Indent them below \"" + path + ":\"");
        }
    }

    private void add(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.put(key, tuple.getValueNode()) != null) {
            mistake(lineOf(tuple.getKeyNode()), at(key), "the key stands twice", "Keep one of the two");
        }
        keyLines.put(key, lineOf(tuple.getKeyNode()));
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    Set<String> keys() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    Section section(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            mistake(line, at(key), "is missing", "Add a section \"" + key + ":\"");
        }
        return new Section(reading, at(key), node, line);
    }

    Section optionalSection(String key) {
        asked.add(key);
        return new Section(reading, at(key), values.get(key), line);
    }

    /** Reads a part whose content other parts of Brygga will read; here only its being a mapping is checked. */
    void opaque(String key) {
        if (has(key)) {
            optionalSection(key).keys();
        }
    }

    List<Section> sections(String key) {
        asked.add(key);
        if (!(values.get(key) instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            mistake(lineOf(key), at(key), "must be a list with at least one entry", "Begin each entry with \"- \"");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            sections.add(new Section(reading, at(key) + "[" + sections.size() + "]", node, line));
        }
        return sections;
    }

    String text(String key) {
        return optionalText(key).orElseGet(() -> {
            if (!values.containsKey(key)) {
                mistake(line, at(key), "is missing", "Add \"" + key + ": …\"");
            }
            return "";
        });
    }

    Optional<String> optionalText(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            mistake(lineOf(node), at(key), "must be one value", "Write it on the same line as \"" + key + ":\"");
            return Optional.empty();
        }
        return resolve(key, scalar.getValue());
    }

    private Optional<String> resolve(String key, String value) {
        if (!value.startsWith("${") || !value.endsWith("}")) {
            return Optional.of(value);
        }
        String name = value.substring(2, value.length() - 1);
        Optional<String> resolved = reading.environment().apply(name);
        if (resolved.isEmpty()) {
            mistake(
                    lineOf(key),
                    at(key),
                    "${" + name + "} has no value",
                    "Set the environment variable " + name + ", or write ${file:/path} with a file that can be read");
            return Optional.of("");
        }
        return resolved;
    }

    Secret secret(String key) {
        String value = text(key);
        if (value.isBlank()
                && values.containsKey(key)
                && reading.mistakes().stream().noneMatch(m -> m.path().equals(at(key)))) {
            mistake(lineOf(key), at(key), "is empty", "Write ${NAME} and set the environment variable NAME");
        }
        return new Secret(value);
    }

    List<String> texts(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .filter(ScalarNode.class::isInstance)
                    .map(item -> ((ScalarNode) item).getValue())
                    .toList();
        }
        if (node != null) {
            mistake(lineOf(node), at(key), "must be a list", "Write it as " + key + ": [one, two]");
        }
        return List.of();
    }

    int number(String key, int otherwise, int least, int most) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The mistake below says it.
        }
        mistake(
                lineOf(key),
                at(key),
                "must be a whole number from " + least + " to " + most,
                "Write for example " + otherwise);
        return otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty() || text.get().equals("true") || text.get().equals("false")) {
            return text.map("true"::equals).orElse(otherwise);
        }
        mistake(lineOf(key), at(key), "must be true or false", "Write one of the two");
        return otherwise;
    }

    Duration duration(String key, Duration otherwise) {
        Optional<String> text = optionalText(key);
        try {
            Duration duration = text.map(Duration::parse).orElse(otherwise);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // The mistake below says it.
        }
        mistake(lineOf(key), at(key), "must be a time like PT60S or PT5M", "Write for example " + otherwise);
        return otherwise;
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (written(constant).equals(text.get().toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        String all =
                Arrays.stream(type.getEnumConstants()).map(Section::written).collect(Collectors.joining(", "));
        mistake(lineOf(key), at(key), "\"" + text.get() + "\" is not known", "Write one of: " + all);
        return otherwise;
    }

    private static String written(Enum<?> constant) {
        String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return name.matches("p\\d+") ? name.substring(1) : name;
    }

    void mistake(String key, String problem, String remedy) {
        mistake(lineOf(key), at(key), problem, remedy);
    }

    private void mistake(int atLine, String at, String problem, String remedy) {
        reading.mistakes().add(new Mistake(atLine, at, problem, remedy));
    }

    /** Notes every key that nobody asked for: most are spelling mistakes. */
    void end() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                String nearest = asked.stream()
                        .min(Comparator.comparingInt(known -> distance(known, key)))
                        .orElse("");
                mistake(
                        lineOf(key),
                        at(key),
                        "this key is not known",
                        distance(nearest, key) <= 3
                                ? "Did you mean \"" + nearest + "\"?"
                                : "Known here: " + String.join(", ", asked));
            }
        }
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int next = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private int lineOf(String key) {
        return keyLines.getOrDefault(key, line);
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
