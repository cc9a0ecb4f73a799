package se.brygga.setup.file;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.brygga.clients.remote.Secret;
import se.brygga.setup.keys.SetupKey;

/**
 * One mapping of a set-up file while it is read. A wrong value is noted as a mistake and replaced by a harmless one, so that
 * reading goes on and all mistakes come at once.
 */
final class Section {

    /** Shared by all sections of a file. */
    record Reading(List<Mistake> mistakes, List<Mistake> warnings, Function<String, Optional<String>> environment) {}

    /** What an export shows instead of a secret. */
    private static final String EXPORTED = "<secret>";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern UNPRINTABLE_IN_SECRET = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

    private final Reading reading;
    private final SetupKey here;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Reading reading, Node file) {
        this(reading, SetupKey.file(), "", file, 1);
    }

    private Section(Reading reading, SetupKey here, String path, @Nullable Node node, int line) {
        this.reading = reading;
        this.here = here;
        this.path = path;
        this.line = node == null ? line : lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (node != null) {
            mistake(lineOf(node), path, "expected keys with values here", "Indent them below \"" + path + ":\"");
        }
    }

    private void add(NodeTuple tuple) {
        String written = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String key = CONTROL.matcher(written).replaceAll("?");
        if (key.isBlank() || !key.equals(written)) {
            mistake(
                    lineOf(tuple.getKeyNode()),
                    at(key),
                    "a key must be one word that can be printed",
                    "Write a name before the colon");
        }
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
        return new Section(reading, here.child(key), at(key), node, line);
    }

    Section optionalSection(String key) {
        asked.add(key);
        return new Section(reading, here.child(key), at(key), values.get(key), line);
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
            sections.add(new Section(reading, here.child(key), at(key) + "[" + sections.size() + "]", node, line));
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
        return optionalText(key, CONTROL);
    }

    private Optional<String> optionalText(String key, Pattern unprintable) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            mistake(lineOf(node), at(key), "must be one value", "Write it on the same line as \"" + key + ":\"");
            return Optional.empty();
        }
        return resolve(key, scalar.getValue(), unprintable);
    }

    /** Whether a value only says where the real one is found. */
    static boolean isReference(String value) {
        return value.startsWith("${") && value.endsWith("}");
    }

    /** A value that no database and no terminal holds is never kept, nor quoted. */
    private Optional<String> resolve(String key, String value, Pattern unprintable) {
        Optional<String> resolved = referred(key, value);
        if (resolved.filter(text -> unprintable.matcher(text).find()).isPresent()) {
            mistake(
                    key,
                    "holds a character that cannot be printed",
                    isReference(value) ? "Set it to one line of text" : "Write it on one line, without backslashes");
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
            mistake(
                    lineOf(key),
                    at(key),
                    "${" + name + "} has no value",
                    "Set the environment variable " + name
                            + ", or write ${file:/path} with a file that can be read; over the API, send it in values");
            return Optional.of("");
        }
        return resolved;
    }

    Secret secret(String key) {
        // Nobody sees it, so it may have lines.
        String value = optionalText(key, UNPRINTABLE_IN_SECRET).orElseGet(() -> text(key));
        if (values.containsKey(key) && nothingSaidOf(key)) {
            if (value.isBlank()) {
                mistake(lineOf(key), at(key), "is empty", "Write ${NAME} and set the environment variable NAME");
            } else if (value.equals(EXPORTED)) {
                mistake(
                        key,
                        "is what an export shows instead of the secret",
                        "Write ${NAME} and set the environment variable NAME");
            } else if (value.startsWith(" ") || value.endsWith(" ")) {
                mistake(key, "begins or ends with a blank", "Copy it without blanks");
            }
        }
        return new Secret(value);
    }

    /** @param slashAtEnd whether the value is kept with a slash at its end or without one */
    URI url(String name, boolean slashAtEnd) {
        String text = filledText(name);
        if (!text.isBlank()) {
            switch (WebAddress.read(text, slashAtEnd)) {
                case WebAddress.Right(URI address) -> {
                    return address;
                }
                case WebAddress.Wrong(String problem, String remedy) -> mistake(name, problem, remedy);
            }
        }
        return WebAddress.NONE;
    }

    /** Whether the key is there and nothing was said of it. */
    boolean isRight(String key) {
        return values.containsKey(key) && nothingSaidOf(key);
    }

    /** A text that must be there and not be blank. */
    String filledText(String key) {
        String text = text(key);
        if (text.isBlank() && values.containsKey(key) && nothingSaidOf(key)) {
            mistake(key, "is empty", "Write a value, or remove the line");
        }
        return text;
    }

    /** One that may be left out, but not be blank. */
    Optional<String> optionalFilledText(String key) {
        return has(key) ? Optional.of(filledText(key)) : Optional.empty();
    }

    /** The number of an article in Specter. */
    String article(String key) {
        String article = filledText(key);
        if (article.contains(" ") && nothingSaidOf(key)) {
            mistake(key, "an article number has no spaces in Specter", "Write it as it stands in Specter");
        }
        return article;
    }

    /** All entries, each of them {@link #filledText}. */
    Map<String, String> filledTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        keys().forEach(key -> texts.put(key, filledText(key)));
        return texts;
    }

    /** As above, and no two the same: they would overwrite each other. */
    Map<String, String> distinctFilledTexts(String what) {
        Map<String, String> texts = filledTexts();
        Set<String> seen = new HashSet<>();
        texts.forEach((key, text) -> {
            if (!text.isBlank() && !seen.add(text.toLowerCase(Locale.ROOT))) {
                mistake(key, "the " + what + " \"" + text + "\" stands twice", "Write each once");
            }
        });
        return texts;
    }

    boolean isList(String key) {
        asked.add(key);
        return values.get(key) instanceof SequenceNode;
    }

    List<String> texts(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            if (!sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
                mistake(lineOf(node), at(key), "must list single values", "Write it as " + key + ": [one, two]");
            }
            return sequence.getValue().stream()
                    .filter(ScalarNode.class::isInstance)
                    .map(item -> resolve(key, ((ScalarNode) item).getValue(), CONTROL)
                            .orElse(""))
                    .toList();
        }
        if (node != null) {
            mistake(lineOf(node), at(key), "must be a list", "Write it as " + key + ": [one, two]");
        }
        return List.of();
    }

    /** A list that must be there, with at least one entry, none of them blank and none twice. */
    List<String> distinctTexts(String key, String example) {
        List<String> texts = texts(key);
        boolean filled = !texts.isEmpty() && texts.stream().noneMatch(String::isBlank);
        if ((!filled || Set.copyOf(texts).size() < texts.size()) && nothingSaidOf(key)) {
            mistake(
                    key,
                    filled ? "names something twice" : "must name at least one, and nothing empty",
                    "Write it as " + key + ": " + example);
        }
        return texts;
    }

    /** A list that may be left out; with nothing empty in it, and nothing twice. */
    List<String> optionalTexts(String key, String example) {
        return has(key) && !isEmptyList(key) ? distinctTexts(key, example) : List.of();
    }

    private boolean isEmptyList(String key) {
        return values.get(key) instanceof SequenceNode sequence
                && sequence.getValue().isEmpty();
    }

    private boolean nothingSaidOf(String key) {
        return reading.mistakes().stream().noneMatch(m -> m.path().equals(at(key)));
    }

    /** Without the key, the default of the catalogue. So do the others below. */
    int number(String key) {
        return number(key, Integer.parseInt(usual(key)));
    }

    int number(String key, int otherwise) {
        return within(key, otherwise, Integer::valueOf, "a whole number");
    }

    BigDecimal decimal(String key) {
        return within(key, new BigDecimal(usual(key)), BigDecimal::new, "a number");
    }

    Duration duration(String key) {
        return within(key, Duration.parse(usual(key)), Duration::parse, "a time like PT60S or PT5M,");
    }

    boolean flag(String key) {
        return flag(key, usual(key).equals("true"));
    }

    /** What the catalogue says for a key that is not there; the least value where it says nothing. */
    String usual(String key) {
        SetupKey declared = declared(key);
        return declared.standard().isEmpty()
                ? declared.least()
                : declared.standard().getFirst();
    }

    SetupKey declared(String key) {
        return here.child(key);
    }

    private <T extends Comparable<T>> T within(String key, T otherwise, Function<String, T> read, String what) {
        T least = read.apply(declared(key).least());
        T most = read.apply(declared(key).most());
        return value(
                key,
                otherwise,
                read,
                value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "must be " + what + " from " + least + " to " + most);
    }

    /** @param read may throw {@link IllegalArgumentException} or {@link DateTimeException} */
    <T> T value(String key, T otherwise, Function<String, T> read, Predicate<T> allowed, String problem) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            T value = read.apply(text.get());
            if (allowed.test(value)) {
                return value;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // The mistake below says it.
        }
        mistake(key, problem, "Write for example " + otherwise);
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

    /** One of an enum's constants, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        Map<String, E> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Section::written, c -> c, (a, b) -> a, LinkedHashMap::new));
        if (!constants.keySet().equals(declared(key).words())) {
            throw new IllegalStateException("setup-keys.yaml: " + at(key) + " must list " + constants.keySet());
        }
        String text = optionalText(key).orElseGet(() -> usual(key));
        E constant = constants.get(text);
        if (constant == null) {
            mistake(key, "\"" + text + "\" is not known", "Write one of: " + String.join(", ", constants.keySet()));
        }
        return constant == null ? Objects.requireNonNull(constants.get(usual(key))) : constant;
    }

    /** An enum's constant as it is written in a file. */
    static String written(Enum<?> constant) {
        String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return name.matches("p\\d+") ? name.substring(1) : name;
    }

    /** Names for a message, in an order that does not change. */
    static String listed(Collection<String> names) {
        return names.isEmpty() ? "(there are none)" : String.join(", ", new TreeSet<>(names));
    }

    /** A mistake of the section as a whole. */
    void mistakeHere(String problem, String remedy) {
        mistake(line, path, problem, remedy);
    }

    void mistake(String key, String problem, String remedy) {
        mistake(lineOf(key), at(key), problem, remedy);
    }

    /** Something that looks wrong and may be right. */
    void warn(String key, String problem, String remedy) {
        reading.warnings().add(new Mistake(lineOf(key), at(key), problem, remedy));
    }

    private void mistake(int atLine, String at, String problem, String remedy) {
        reading.mistakes().add(new Mistake(atLine, at, problem, remedy));
    }

    /** Notes every key that nobody asked for: most are spelling mistakes. */
    void end() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                mistake(
                        key,
                        "this key is not known",
                        Spelling.nearest(key, asked)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElseGet(() -> "Known here: " + String.join(", ", asked)));
            }
        }
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    int lineOf(String key) {
        return keyLines.getOrDefault(key, line);
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
