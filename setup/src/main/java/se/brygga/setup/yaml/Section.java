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
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;
import se.brygga.workflows.refusal.SetupReason.Thing;

/**
 * Reads the values of a mapping by the types in the catalogue of keys. A wrong value is noted as a mistake and replaced
 * by a harmless one. So reading goes on, and all mistakes come at once.
 */
public final class Section extends Mapping {

    /** What all sections of a file share. */
    public record Reading(
            List<Mistake> mistakes, List<Mistake> warnings, Function<String, Optional<String>> environment) {}

    /** The word that an export shows instead of a secret. */
    private static final String EXPORTED = "<secret>";

    /** How a secret is written, as an example. */
    private static final String REFERENCE = "${NAME}";

    private static final Pattern UNPRINTABLE_IN_SECRET = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

    /** @param file a document of the file */
    public Section(Reading reading, Node file) {
        super(reading, SetupKey.file(), "", file, 1);
    }

    private Section(Section parent, String key, String path, @Nullable Node node) {
        super(parent.reading, parent.declared(key), path, node, parent.line);
    }

    /** A section that must be there. */
    public Section section(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            mistake(line, at(key), SetupReason.SECTION_MISSING.of(key));
        }
        return new Section(this, key, at(key), node);
    }

    /** A section that may be missing, and is empty then. */
    public Section optionalSection(String key) {
        asked.add(key);
        return new Section(this, key, at(key), values.get(key));
    }

    /** A list of sections, with at least one entry. */
    public List<Section> sections(String key) {
        asked.add(key);
        if (!(values.get(key) instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            mistake(key, SetupReason.SECTIONS_EXPECTED.of());
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
                mistake(line, at(key), SetupReason.MISSING.of(key));
            }
            return "";
        });
    }

    public Secret secret(String key) {
        // A secret may have several lines, because nobody sees it.
        String value = optionalText(key, UNPRINTABLE_IN_SECRET).orElseGet(() -> text(key));
        if (values.containsKey(key) && nothingSaidOf(key)) {
            if (value.isBlank()) {
                mistake(key, SetupReason.SECRET_EMPTY.of(REFERENCE));
            } else if (value.equals(EXPORTED)) {
                mistake(key, SetupReason.SECRET_EXPORTED.of(REFERENCE));
            } else if (value.startsWith(" ") || value.endsWith(" ")) {
                mistake(key, SetupReason.SECRET_WITH_BLANKS.of());
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
                case WebAddress.Wrong(Refusal why) -> mistake(name, why);
            }
        }
        return WebAddress.NONE;
    }

    /** A text that must be there and must not be blank. */
    public String filledText(String key) {
        String text = text(key);
        if (text.isBlank() && values.containsKey(key) && nothingSaidOf(key)) {
            mistake(key, SetupReason.EMPTY.of());
        }
        return text;
    }

    /** A text that may be missing, but must not be blank. */
    public Optional<String> optionalFilledText(String key) {
        return has(key) ? Optional.of(filledText(key)) : Optional.empty();
    }

    /** The number of an article in Specter. */
    public String article(String key) {
        String article = filledText(key);
        if (article.contains(" ") && nothingSaidOf(key)) {
            mistake(key, SetupReason.ARTICLE_WITH_SPACE.of());
        }
        return article;
    }

    /** All entries, each read as {@link #filledText}. */
    public Map<String, String> filledTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        keys().forEach(key -> texts.put(key, filledText(key)));
        return texts;
    }

    /** As {@link #filledTexts}, and no two values may be equal, because one would overwrite the other. */
    public Map<String, String> distinctFilledTexts(Thing thing) {
        Map<String, String> texts = filledTexts();
        Set<String> seen = new HashSet<>();
        texts.forEach((key, text) -> {
            if (!text.isBlank() && !seen.add(text.toLowerCase(Locale.ROOT))) {
                mistake(key, SetupReason.VALUE_TWICE.of(thing, text));
            }
        });
        return texts;
    }

    public List<String> texts(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            if (!sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
                mistake(lineOf(node), at(key), SetupReason.SINGLE_VALUES_EXPECTED.of(key + ": [one, two]"));
            }
            return sequence.getValue().stream()
                    .filter(ScalarNode.class::isInstance)
                    .map(item -> resolve(key, ((ScalarNode) item).getValue(), CONTROL)
                            .orElse(""))
                    .toList();
        }
        if (node != null) {
            mistake(lineOf(node), at(key), SetupReason.LIST_EXPECTED.of(key + ": [one, two]"));
        }
        return List.of();
    }

    /** A list that must be there, with at least one entry. No entry may be blank or occur twice. */
    public List<String> distinctTexts(String key, String example) {
        List<String> texts = texts(key);
        boolean filled = !texts.isEmpty() && texts.stream().noneMatch(String::isBlank);
        if ((!filled || Set.copyOf(texts).size() < texts.size()) && nothingSaidOf(key)) {
            mistake(key, (filled ? SetupReason.LIST_TWICE : SetupReason.LIST_EMPTY).of(key + ": " + example));
        }
        return texts;
    }

    /** A list that may be missing. No entry may be blank or occur twice. */
    public List<String> optionalTexts(String key, String example) {
        return has(key) && !isEmptyList(key) ? distinctTexts(key, example) : List.of();
    }

    /** A whole number. Without the key the default of the catalogue counts, as for all types below. */
    public int number(String key) {
        return number(key, Integer.parseInt(usual(key)));
    }

    public int number(String key, int otherwise) {
        return within(key, otherwise, Integer::valueOf, SetupReason.WHOLE_NUMBER_EXPECTED);
    }

    public BigDecimal decimal(String key) {
        return within(key, new BigDecimal(usual(key)), BigDecimal::new, SetupReason.NUMBER_EXPECTED);
    }

    public Duration duration(String key) {
        return within(key, Duration.parse(usual(key)), Duration::parse, SetupReason.TIME_EXPECTED);
    }

    public boolean flag(String key) {
        return flag(key, usual(key).equals("true"));
    }

    private <T extends Comparable<T>> T within(
            String key, T otherwise, Function<String, T> read, SetupReason expected) {
        T least = read.apply(declared(key).least());
        T most = read.apply(declared(key).most());
        return value(
                key,
                otherwise,
                read,
                value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                expected.of(least, most, otherwise));
    }

    /**
     * A value of any type.
     *
     * @param read may throw {@link IllegalArgumentException} or {@link DateTimeException}
     * @param wrong what is said of a value that cannot be read, or is not allowed
     */
    public <T> T value(String key, T otherwise, Function<String, T> read, Predicate<T> allowed, Refusal wrong) {
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
            // The mistake below says what is wrong.
        }
        mistake(key, wrong);
        return otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty() || text.get().equals("true") || text.get().equals("false")) {
            return text.map("true"::equals).orElse(otherwise);
        }
        mistake(key, SetupReason.FLAG_EXPECTED.of());
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
            mistake(key, SetupReason.WORD_UNKNOWN.of(text, constants.keySet()));
        }
        return constant == null ? Objects.requireNonNull(constants.get(usual(key))) : constant;
    }
}
