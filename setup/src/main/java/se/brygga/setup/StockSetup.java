package se.brygga.setup;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.Sku;

/**
 * What one shop shows of Specter's available stock.
 *
 * @param sites the warehouses whose stock counts; {@link Sites#SUM}, and unused, where {@code locations} are given
 * @param locations Starweb's stock location, id or name, by Specter's warehouse: each is written by itself. Empty when
 *     one quantity is written
 * @param refillStatus Starweb's stock status for a SKU that can be bought again: idCode, or id, or name
 * @param soldOutStatus the status for a SKU that is sold out; null leaves the status to the shop
 * @param shown for SKUs without a rule of their own
 * @param groups in the order of the file: the first group with a SKU counts. A list, because the database keeps no
 *     order of keys
 * @param skus for single SKUs
 * @param allowNegative false: the shop never gets less than 0
 * @param gone what a shop shows of an article that is deleted in Specter, or that has no stock there any more
 */
public record StockSetup(
        Sites sites,
        Map<String, String> locations,
        String refillStatus,
        @Nullable String soldOutStatus,
        Shown shown,
        List<Group> groups,
        Map<String, Shown> skus,
        boolean allowNegative,
        Gone gone) {

    /** What a shop shows of an article that is gone in Specter. */
    public enum Gone {
        /** Zero: what nobody can deliver is not sold. */
        ZERO,
        /** The quantity that was written last, less what the shop sells. */
        KEEP,
        /** Zero, and customers do not see the article until it is back. */
        HIDE
    }

    /** Which of Specter's warehouses count. */
    public enum Kind {
        /** All of them, summed. */
        SUM,
        /** The named ones, summed. */
        LISTED
    }

    /**
     * The warehouses that count.
     *
     * @param ids Specter's warehouses; empty unless {@link Kind#LISTED}
     */
    public record Sites(Kind kind, List<String> ids) {

        public static final Sites SUM = new Sites(Kind.SUM, List.of());

        public Sites {
            ids = List.copyOf(ids);
        }
    }

    /**
     * How much of the available stock is shown.
     *
     * @param safety pieces kept back, from 0
     * @param maximum most pieces shown; null for no limit
     */
    public record Shown(int safety, @Nullable Integer maximum) {}

    /**
     * SKUs with the same rule.
     *
     * @param name for people
     * @param skus patterns; {@code *} matches any characters, or none
     */
    public record Group(String name, List<String> skus, Shown shown) {

        public Group {
            skus = List.copyOf(skus);
        }

        boolean holds(String sku) {
            return skus.stream().anyMatch(pattern -> matches(pattern, sku));
        }

        private static boolean matches(String pattern, String sku) {
            String regex = Arrays.stream(Sku.key(pattern).split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return Sku.key(sku).matches(regex);
        }
    }

    public StockSetup {
        locations = Collections.unmodifiableMap(new LinkedHashMap<>(locations));
        groups = List.copyOf(groups);
        skus = Map.copyOf(skus);
    }

    /** The rule for a SKU: its own, else that of the first group with the SKU, else the shop's. */
    public Shown shownFor(String sku) {
        return skus.entrySet().stream()
                .filter(own -> Sku.same(own.getKey(), sku))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> groups.stream()
                        .filter(group -> group.holds(sku))
                        .findFirst()
                        .map(Group::shown))
                .orElse(shown);
    }
}
