package se.brygga.setup.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.setup.StockSetup;
import se.brygga.setup.StockSetup.Group;
import se.brygga.setup.StockSetup.Kind;
import se.brygga.setup.StockSetup.Shown;
import se.brygga.setup.StockSetup.Sites;
import se.brygga.setup.yaml.Section;
import se.brygga.workflows.Sku;
import se.brygga.workflows.refusal.SetupReason;

/** Reads a shop's {@code stock} section. */
final class StockSetupReader {

    private StockSetupReader() {}

    static StockSetup read(Section s, FeedSetupReader feeds) {
        feeds.readShop(s);
        checkPublish(s);
        Section statuses = s.optionalSection("statuses");
        Shown shown = shown(s, new Shown(0, null));
        StockSetup withoutSkus = new StockSetup(
                sites(s),
                locations(s),
                statuses.has("refill") ? statuses.filledText("refill") : "inStock",
                statuses.has("soldOut") ? statuses.filledText("soldOut") : null,
                shown,
                groups(s.optionalSection("groups"), shown),
                Map.of(),
                s.flag("allowNegative"),
                s.choice("gone", StockSetup.Gone.class));
        statuses.end();
        Map<String, Shown> skus = skus(s.optionalSection("skus"), withoutSkus);
        s.end();
        return new StockSetup(
                withoutSkus.sites(),
                withoutSkus.locations(),
                withoutSkus.refillStatus(),
                withoutSkus.soldOutStatus(),
                shown,
                withoutSkus.groups(),
                skus,
                withoutSkus.allowNegative(),
                withoutSkus.gone());
    }

    private static void checkPublish(Section s) {
        String publish = s.optionalText("publish").orElse("available");
        if (!publish.equals("available")) {
            s.mistake("publish", SetupReason.PUBLISH_UNKNOWN.of(publish));
        }
    }

    private static Sites sites(Section s) {
        if (s.isList("sites")) {
            return new Sites(Kind.LISTED, s.distinctTexts("sites", "[\"1\", \"2\"]"));
        }
        String sites = s.optionalText("sites").orElse("sum");
        if (sites.equals("default")) {
            s.mistake("sites", SetupReason.SITES_DEFAULT.of("[\"1\"]"));
        } else if (!sites.equals("sum")) {
            s.mistake("sites", SetupReason.SITES_UNKNOWN.of(sites, "[\"1\", \"2\"]"));
        }
        return Sites.SUM;
    }

    private static Map<String, String> locations(Section s) {
        if (!s.has("locations")) {
            return Map.of();
        }
        if (s.has("sites")) {
            s.mistake("sites", SetupReason.SITES_AND_LOCATIONS.of());
        }
        return s.section("locations").distinctFilledTexts(SetupReason.Thing.STOCK_LOCATION);
    }

    private static Shown shown(Section s, Shown outer) {
        @Nullable Integer maximum = outer.maximum();
        return new Shown(
                s.number("safety", outer.safety()),
                s.has("maximum") ? (Integer) s.number("maximum", maximum == null ? 50 : maximum) : maximum);
    }

    private static List<Group> groups(Section s, Shown outer) {
        List<Group> groups = new ArrayList<>();
        for (String name : s.keys()) {
            Section group = s.optionalSection(name);
            groups.add(new Group(name, group.distinctTexts("skus", "[\"KAJ-*\"]"), shown(group, outer)));
            group.end();
        }
        return groups;
    }

    private static Map<String, Shown> skus(Section s, StockSetup outer) {
        Map<String, Shown> skus = new LinkedHashMap<>();
        for (String sku : s.keys()) {
            if (skus.keySet().stream().anyMatch(other -> Sku.same(other, sku))) {
                s.mistake(sku, SetupReason.SKU_TWICE.of());
            }
            Section section = s.optionalSection(sku);
            skus.put(sku, shown(section, outer.shownFor(sku)));
            section.end();
        }
        return skus;
    }
}
