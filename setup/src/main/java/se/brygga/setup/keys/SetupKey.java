package se.brygga.setup.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A key of a set-up file, as {@code setup-keys.yaml} declares it: the only place of its type, bounds, default and meaning. */
public final class SetupKey {

    /** What stands behind a key. */
    public enum Type {
        /** Keys of its own. */
        SECTION,
        /** A list of sections. */
        SECTIONS,
        TEXT,
        SECRET,
        /** A web address. */
        ADDRESS,
        /** True or false. */
        FLAG,
        /** A whole number. */
        NUMBER,
        DECIMAL,
        /** A duration like PT5M. */
        TIME,
        /** One of {@link SetupKey#words}. */
        CHOICE,
        /** Several texts. */
        LIST,
        /** One of {@link SetupKey#words}, or several texts. */
        CHOICE_OR_LIST
    }

    /** The words that a declaration may use; another one is a spelling mistake. */
    private static final Set<String> ATTRIBUTES =
            Set.of("is", "needed", "from", "to", "default", "otherwise", "words", "means");

    private static final SetupKey FILE = read();

    private final String path;
    private final Type type;
    private final Map<String, Object> declared;
    private final Map<String, SetupKey> children = new LinkedHashMap<>();

    private SetupKey(String path, Map<String, Object> declared) {
        this.path = path;
        this.type = Type.valueOf(
                String.valueOf(declared.get("is")).toUpperCase(Locale.ROOT).replace('-', '_'));
        this.declared = declared;
        if (!ATTRIBUTES.containsAll(declared.keySet())) {
            throw new IllegalStateException("setup-keys.yaml: " + path + " says more than " + ATTRIBUTES);
        }
    }

    /** The file as a whole: a section whose keys are those of a tenant. */
    public static SetupKey file() {
        return FILE;
    }

    private static SetupKey read() {
        SetupKey file = new SetupKey("", Map.of("is", "section"));
        try (InputStream in = Objects.requireNonNull(SetupKey.class.getResourceAsStream("setup-keys.yaml"))) {
            Map<String, Map<String, Object>> rows = new Yaml().load(in);
            rows.forEach((path, declared) -> file.add(new SetupKey(path, declared)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void add(SetupKey key) {
        SetupKey parent = this;
        String[] names = key.path.replace("[]", "").split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.child(names[i]);
        }
        parent.children.put(names[names.length - 1], key);
    }

    /**
     * The key of this name in this section.
     *
     * @throws IllegalStateException the catalogue has no such key
     */
    public SetupKey child(String name) {
        SetupKey child = children.containsKey(name) ? children.get(name) : anyName();
        if (child == null) {
            throw new IllegalStateException("setup-keys.yaml has no key " + path + "." + name);
        }
        return child;
    }

    /** The key that stands for any name in this section; null where each name is known. */
    @Nullable
    SetupKey anyName() {
        return children.entrySet().stream()
                .filter(child -> child.getKey().matches("[A-Z]+"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    Map<String, SetupKey> children() {
        return children;
    }

    /** This key and all below it, in the order of the catalogue. */
    public List<SetupKey> all() {
        List<SetupKey> all = new ArrayList<>(path.isEmpty() ? List.of() : List.of(this));
        children.values().forEach(child -> all.addAll(child.all()));
        return all;
    }

    /** Where the key stands, like {@code shops[].orders.maxRows}. */
    public String path() {
        return path;
    }

    /** The last word of {@link #path}. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    public Type type() {
        return type;
    }

    /** Whether the key must be there. */
    public boolean isNeeded() {
        return Boolean.TRUE.equals(declared.get("needed"));
    }

    /** The least value. */
    public String least() {
        return declared("from");
    }

    /** The greatest value. */
    public String most() {
        return declared("to");
    }

    boolean isBounded() {
        return declared.containsKey("from");
    }

    /** What holds without the key: empty where nothing does, several entries for a list. */
    public List<String> standard() {
        return texts("default");
    }

    /** The same in words; empty where nothing holds. */
    public String otherwise() {
        List<String> standard = standard();
        return switch (type) {
            case LIST -> standard.isEmpty() ? "" : standard.toString();
            default -> standard.isEmpty() ? declared("otherwise") : standard.getFirst();
        };
    }

    /** The values that are allowed, or the names of the sections below. */
    public Set<String> words() {
        return new LinkedHashSet<>(texts("words"));
    }

    /** What the key means, in one sentence. */
    public String means() {
        return declared("means");
    }

    private String declared(String attribute) {
        return declared.getOrDefault(attribute, "").toString();
    }

    private List<String> texts(String attribute) {
        return switch (declared.get(attribute)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /** An enum's constant as it is written in a file. */
    public static String written(Enum<?> constant) {
        String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return name.matches("p\\d+") ? name.substring(1) : name;
    }
}
