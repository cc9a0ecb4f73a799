package se.brygga.setup.yaml;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.brygga.clients.remote.Secret;
import se.brygga.setup.keys.SetupKey;

/**
 * The values of a mapping, each read as what the catalogue of keys says. A wrong value is noted as a mistake and replaced by a
 * harmless one, so that reading goes on and all mistakes come at once.
 */
public final class Section extends Mapping {

    /** Shared by all sections of a file. */
    public record Reading(
            List<Mistake> mistakes, List<Mistake> warnings, Function<String, Optional<String>> environment) {}

    /** What an export shows instead of a secret. */
    private static final String EXPORTED = "<secret>";

    private static final Pattern UNPRINTABLE_IN_SECRET = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

    /** @param file a document of the file */
    public Section(Reading reading, Node file) {
        super(reading, SetupKey.file(), "", file, 1);
    }

    private Section(Section parent, String key, String path, @Nullable Node node) {
        super(parent.reading, parent.declared(key), path, node, parent.line);
    }

    public Section section(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            mistake(line, at(key), "is missing", "Add a section \"" + key + ":\"");
        }
        return new Section(this, key, at(key), node);
    }

    public Section optionalSection(String key) {
        asked.add(key);
        return new Section(this, key, at(key), values.get(key));
    }

    public List<Section> sections(String key) {
        asked.add(key);
        if (!(values.get(key) instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            mistake(lineOf(key), at(key), "must be a list with at least one entry", "Begin each entry with \"- \"");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            sections.add(new Section(this, key, at(key) + "[" + sections.size() + "]", node));
        }
        return sections;
    }

    public String text(String key) {
        return optionalText(key).orElseGet(() -> {
            if (!values.containsKey(key)) {
                mistake(line, at(key), "is missing", "Add \"" + key + ": …\"");
            }
            return "";
        });
    }

    public Secret secret(String key) {
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
    public URI url(String name, boolean slashAtEnd) {
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

    /** A text that must be there and not be blank. */
    public String filledText(String key) {
        String text = text(key);
        if (text.isBlank() && values.containsKey(key) && nothingSaidOf(key)) {
            mistake(key, "is empty", "Write a value, or remove the line");
        }
        return text;
    }

    /** One that may be left out, but not be blank. */
    public Optional<String> optionalFilledText(String key) {
        return has(key) ? Optional.of(filledText(key)) : Optional.empty();
    }

    /** The number of an article in Specter. */
    public String article(String key) {
        String article = filledText(key);
        if (article.contains(" ") && nothingSaidOf(key)) {
            mistake(key, "an article number has no spaces in Specter", "Write it as it stands in Specter");
        }
        return article;
    }

    /** All entries, each of them {@link #filledText}. */
    public Map<String, String> filledTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        keys().forEach(key -> texts.put(key, filledText(key)));
        return texts;
    }

    /** As above, and no two the same: they would overwrite each other. */
    public Map<String, String> distinctFilledTexts(String what) {
        Map<String, String> texts = filledTexts();
        Set<String> seen = new HashSet<>();
        texts.forEach((key, text) -> {
            if (!text.isBlank() && !seen.add(text.toLowerCase(Locale.ROOT))) {
                mistake(key, "the " + what + " \"" + text + "\" stands twice", "Write each once");
            }
        });
        return texts;
    }

    public List<String> texts(String key) {
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
    public List<String> distinctTexts(String key, String example) {
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
    public List<String> optionalTexts(String key, String example) {
        return has(key) && !isEmptyList(key) ? distinctTexts(key, example) : List.of();
    }

    /** Without the key, the default of the catalogue. So do the others below. */
    public int number(String key) {
        return number(key, Integer.parseInt(usual(key)));
    }

    public int number(String key, int otherwise) {
        return within(key, otherwise, Integer::valueOf, "a whole number");
    }

    public BigDecimal decimal(String key) {
        return within(key, new BigDecimal(usual(key)), BigDecimal::new, "a number");
    }

    public Duration duration(String key) {
        return within(key, Duration.parse(usual(key)), Duration::parse, "a time like PT60S or PT5M,");
    }

    public boolean flag(String key) {
        return flag(key, usual(key).equals("true"));
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
    public <T> T value(String key, T otherwise, Function<String, T> read, Predicate<T> allowed, String problem) {
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

    public boolean flag(String key, boolean otherwise) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty() || text.get().equals("true") || text.get().equals("false")) {
            return text.map("true"::equals).orElse(otherwise);
        }
        mistake(lineOf(key), at(key), "must be true or false", "Write one of the two");
        return otherwise;
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        Map<String, E> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(SetupKey::written, c -> c, (a, b) -> a, LinkedHashMap::new));
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
}
