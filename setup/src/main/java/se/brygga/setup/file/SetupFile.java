package se.brygga.setup.file;

import java.io.StringReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.file.products.ProductSetupReader;
import se.brygga.setup.products.Direction;
import se.brygga.setup.yaml.KeyLines;
import se.brygga.setup.yaml.Mistake;
import se.brygga.setup.yaml.Section;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.SetupReason;

/**
 * Reads set-up files (design section 9). The result is either complete set-ups, or every mistake at once with line and
 * remedy.
 */
public final class SetupFile {

    /**
     * What was read.
     *
     * @param setups one per document; empty when there are mistakes
     * @param texts each document as its owner wrote it, with every secret in clear masked: for keeping, for export and
     *     for showing differences. In the order of the set-ups
     * @param lines the lines of each set-up's keys, in the order of the set-ups
     * @param warnings what looks wrong but may be right
     */
    public record Result(
            List<TenantSetup> setups,
            List<String> texts,
            List<KeyLines> lines,
            List<Mistake> mistakes,
            List<Mistake> warnings) {

        static Result unreadable(FileText.Unreadable why) {
            return refused(List.of(why.mistake()));
        }

        private static Result refused(List<Mistake> mistakes) {
            return new Result(List.of(), List.of(), List.of(), List.copyOf(mistakes), List.of());
        }
    }

    private SetupFile() {}

    /**
     * Reads a file.
     *
     * @param environment gives the value for {@code ${NAME}}; see {@link #environment()}
     */
    public static Result read(Path file, Function<String, Optional<String>> environment) {
        try {
            return read(FileText.read(file), environment);
        } catch (FileText.Unreadable e) {
            return Result.unreadable(e);
        }
    }

    /**
     * Reads a file's text.
     *
     * @param environment gives the value for {@code ${NAME}}; see {@link #environment()}
     */
    public static Result read(String text, Function<String, Optional<String>> environment) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Mistake> warnings = new ArrayList<>();
        Section.Reading reading = new Section.Reading(mistakes, warnings, environment);
        List<TenantSetup> setups = new ArrayList<>();
        List<Node> documents = new ArrayList<>();
        Set<String> tenants = new HashSet<>();
        Apart apart = new Apart();
        try {
            LoaderOptions limits = new LoaderOptions();
            limits.setMaxAliasesForCollections(10);
            for (Node document : new Yaml(limits).composeAll(new StringReader(text))) {
                Section file = new Section(reading, document);
                String tenant = key(file, "tenant");
                boolean again = !tenant.isEmpty() && !tenants.add(tenant);
                if (again) {
                    file.mistake("tenant", SetupReason.TENANT_TWICE.of());
                }
                documents.add(document);
                // The second document of a tenant is not compared with the first: all of its systems would be there
                // twice.
                setups.add(tenant(file, tenant, again ? new Apart() : apart));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            mistakes.add(new Mistake(line, "", SetupReason.FILE_NOT_YAML.of(printable(e.getProblem()))));
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            mistakes.add(new Mistake(line, "", SetupReason.FILE_NOT_PRINTABLE.of()));
        } catch (YAMLException e) {
            mistakes.add(new Mistake(0, "", SetupReason.FILE_NESTED.of()));
        }
        if (setups.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake(0, "", SetupReason.FILE_EMPTY.of()));
        }
        return mistakes.isEmpty()
                ? new Result(
                        List.copyOf(setups),
                        SetupText.withoutSecrets(text, documents),
                        documents.stream().map(KeyLines::new).toList(),
                        List.of(),
                        List.copyOf(warnings))
                : Result.refused(mistakes);
    }

    /** The words of the YAML reader, which quote the file, without unprintable characters. */
    private static String printable(@Nullable String words) {
        return String.valueOf(words).replaceAll("\\p{Cntrl}", "?");
    }

    /** The environment variables. {@code file:/path} gives the first line of a file. */
    public static Function<String, Optional<String>> environment() {
        return name -> {
            if (!name.startsWith("file:")) {
                return Optional.ofNullable(System.getenv(name));
            }
            try {
                return FileText.read(Path.of(name.substring("file:".length())))
                        .lines()
                        .findFirst();
            } catch (FileText.Unreadable | InvalidPathException e) {
                return Optional.empty();
            }
        };
    }

    private static TenantSetup tenant(Section file, String tenant, Apart apart) {
        TenantSetup.Plan plan = file.choice("package", TenantSetup.Plan.class);
        TenantSetup.Flow flow = file.choice("flow", TenantSetup.Flow.class);
        Section account = file.section("specter");
        SpecterSetup specter = SpecterSetupReader.read(account);
        apart.look(account, tenant, specter);
        FeedSetupReader feeds = new FeedSetupReader(file.optionalSection("feeds"));
        List<ShopSetup> shops = new ArrayList<>();
        List<Section> sections = file.sections("shops");
        for (Section shop : sections) {
            shops.add(shop(shop, new Around(tenant, flow, specter, feeds, apart)));
        }
        checkApart(sections, shops);
        warnOfSharedArticles(sections, shops, flow);
        file.end();
        return new TenantSetup(tenant, plan, flow, specter, shops, feeds.setup());
    }

    private static void checkApart(List<Section> sections, List<ShopSetup> shops) {
        Set<String> names = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        for (int i = 0; i < shops.size(); i++) {
            if (!names.add(shops.get(i).shop())) {
                sections.get(i).mistake("shop", SetupReason.SHOP_TWICE.of());
            }
            String prefix = shops.get(i).orderNoPrefix();
            if (shops.size() > 1 && prefix.matches(".*[0-9]")) {
                sections.get(i).mistake("orderNoPrefix", SetupReason.PREFIX_ENDS_IN_DIGIT.of(prefix + "-"));
            }
            if (!prefixes.add(prefix.toUpperCase(Locale.ROOT))) {
                sections.get(i).mistake("orderNoPrefix", SetupReason.PREFIX_TWICE.of());
            }
        }
    }

    /** Articles are the tenant's, and products are a shop's. Of two shops that have a SKU, the first in the file decides. */
    private static void warnOfSharedArticles(List<Section> sections, List<ShopSetup> shops, TenantSetup.Flow flow) {
        String first = null;
        for (int i = 0; i < shops.size(); i++) {
            if (shops.get(i).products() == null || flow.products() == Direction.TO_SHOP) {
                continue;
            }
            if (first != null) {
                sections.get(i).warn("products", SetupReason.PRODUCTS_OF_SEVERAL_SHOPS.of(first));
            }
            first = first == null ? shops.get(i).shop() : first;
        }
    }

    /** What a shop's readers must know about the rest of the file. */
    private record Around(
            String tenant, TenantSetup.Flow flow, SpecterSetup specter, FeedSetupReader feeds, Apart apart) {}

    private static ShopSetup shop(Section s, Around around) {
        String name = key(s, "shop");
        Integer webshopId = s.has("webshopId") ? s.number("webshopId") : null;
        String prefix = s.optionalText("orderNoPrefix").orElse("");
        if (!prefix.matches("[A-Za-z0-9-]{0,8}")) {
            s.mistake("orderNoPrefix", SetupReason.PREFIX_FORM.of("K"));
        }
        Section starweb = s.section("starweb");
        OrderSetup orders = OrderSetupReader.read(s.section("orders"), around.specter(), around.flow());
        ShopSetup setup = new ShopSetup(
                name,
                webshopId,
                prefix,
                starweb(starweb),
                orders,
                s.has("status") ? StatusSetupReader.read(s.section("status"), orders) : null,
                s.has("stock") ? StockSetupReader.read(s.section("stock"), around.feeds()) : null,
                s.has("prices") ? PriceSetupReader.read(s.section("prices"), around.specter()) : null,
                s.has("products")
                        ? ProductSetupReader.read(
                                s.section("products"), around.flow().products())
                        : null);
        around.apart().look(starweb, around.tenant(), setup);
        checkFlow(s, around.flow());
        s.end();
        return setup;
    }

    private static void checkFlow(Section shop, TenantSetup.Flow flow) {
        for (String key : List.of("status", "stock", "prices")) {
            if (flow == TenantSetup.Flow.STARWEB && shop.has(key)) {
                shop.mistake(key, SetupReason.FLOW_SENDS_NOTHING_BACK.of());
            }
        }
    }

    private static StarwebSetup starweb(Section s) {
        String type = s.optionalText("externalIdType").orElseGet(() -> s.usual("externalIdType"));
        if (type.isBlank() || type.length() > 20 || !type.equals(type.strip())) {
            s.mistake("externalIdType", SetupReason.EXTERNAL_ID_TYPE.of(s.usual("externalIdType")));
        }
        StarwebSetup setup = new StarwebSetup(
                s.url("baseUrl", false),
                s.filledText("clientId"),
                s.secret("clientSecret"),
                s.number("maxRequestsPerMinute"),
                type);
        s.end();
        return setup;
    }

    private static String key(Section s, String name) {
        String key = s.text(name);
        if (!key.isEmpty() && !ShopRef.KEY.matcher(key).matches()) {
            s.mistake(name, SetupReason.NAME_FORM.of("nordkajak"));
        }
        return key;
    }

    /**
     * Entries of a map section in the order of the file. They are looked up in any case of letters, so no two may
     * differ in case only.
     */
    static <T> Map<String, T> entries(Section map, Function<Section, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String key : map.keys()) {
            if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                map.mistake(key, SetupReason.NAME_TWICE.of());
            }
            Section entry = map.optionalSection(key);
            entries.put(key, read.apply(entry));
            entry.end();
        }
        return entries;
    }
}
