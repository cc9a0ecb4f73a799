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

/**
 * A key of a set-up file, as {@code setup-keys.yaml} declares it. The declaration is the only place of a key's type,
 * bounds, default and meaning.
 */
public final class SetupKey {

    /** The type of a key's value. */
    public enum Type {
        /** A section with keys of its own. */
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

    /** The attributes that a declaration may have; any other is a spelling mistake. */
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
     * The key with this name in this section.
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

    /** The key for any name in this section; null where all names are fixed. */
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

    /** This key and all keys below it, in the order of the catalogue. */
    public List<SetupKey> all() {
        List<SetupKey> all = new ArrayList<>(path.isEmpty() ? List.of() : List.of(this));
        children.values().forEach(child -> all.addAll(child.all()));
        return all;
    }

    /** The path of the key: {@code shops[].orders.maxRows}. */
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

    /** Whether a file must have the key. */
    public boolean isNeeded() {
        return Boolean.TRUE.equals(declared.get("needed"));
    }

    /** The smallest value. */
    public String least() {
        return declared("from");
    }

    /** The largest value. */
    public String most() {
        return declared("to");
    }

    boolean isBounded() {
        return declared.containsKey("from");
    }

    /** The default: empty where there is none, several entries for a list. */
    public List<String> standard() {
        return texts("default");
    }

    /** The default in words; empty where there is none. */
    public String otherwise() {
        List<String> standard = standard();
        return switch (type) {
            case LIST -> standard.isEmpty() ? "" : standard.toString();
            default -> standard.isEmpty() ? declared("otherwise") : standard.getFirst();
        };
    }

    /** The allowed values, or the names of the sections below. */
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

    /** An enum's constant as a set-up file writes it. */
    public static String written(Enum<?> constant) {
        String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return name.matches("p\\d+") ? name.substring(1) : name;
    }
}
