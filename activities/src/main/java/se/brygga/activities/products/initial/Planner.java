package se.brygga.activities.products.initial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.initial.InitialLine.Count;
import se.brygga.activities.products.initial.InitialLine.Difference;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Compares the articles of both systems, and says what an initial sync would do. Reads and writes nothing.
 *
 * <p>A number of the master that the other system has with another spelling of {@link LooseNumber} is proposed to a
 * person. Until the person answers, the run neither creates nor changes it. If both are the same, the run gives the
 * shop's variant the article's number.
 */
final class Planner {

    /**
     * What people have said of the master's numbers, by their keys.
     *
     * @param apart those that are articles of their own
     * @param same the key of the other system's number for the same article
     */
    record Answers(Set<String> apart, Map<String, String> same) {

        /** Nobody has said anything. */
        static final Answers NONE = new Answers(Set.of(), Map.of());

        Answers {
            apart = Set.copyOf(apart);
            same = Map.copyOf(same);
        }
    }

    private final ProductSetup setup;
    private final Answers answers;

    Planner(ProductSetup setup, Answers answers) {
        this.setup = setup;
        this.answers = answers;
    }

    /** A line for each number, in the order of their keys, after a line for each item without a number. */
    List<InitialLine> plan(Collection<Item> master, Collection<Item> other) {
        List<InitialLine> lines = new ArrayList<>();
        numberless(master).map(Planner::withoutNumber).forEach(lines::add);
        numberless(other).map(item -> onlyThere(List.of(item))).forEach(lines::add);
        Map<String, List<Item>> here = bySku(master);
        Map<String, List<Item>> there = bySku(other);
        accepted(here, there).forEach(lines::add);
        proposals(here, there).forEach(lines::add);
        Set<String> numbers = new TreeSet<>(here.keySet());
        numbers.addAll(there.keySet());
        for (String sku : numbers) {
            lines.add(lineOf(here.getOrDefault(sku, List.of()), there.getOrDefault(sku, List.of())));
        }
        return together(lines, master);
    }

    /** A product is written whole. So an article that a person has to answer for holds the others of its product. */
    private static List<InitialLine> together(List<InitialLine> lines, Collection<Item> master) {
        Map<String, String> products = master.stream()
                .filter(item -> !item.place().product().isEmpty())
                .collect(Collectors.toMap(Item::sku, item -> item.place().product(), (one, other) -> one));
        Map<String, String> held = new TreeMap<>();
        lines.stream()
                .filter(line -> line.kind() == Kind.PROPOSED || line.kind() == Kind.TWICE)
                .forEach(line -> held.putIfAbsent(product(line, products), line.number()));
        return lines.stream()
                .map(line -> undecided(line, line.kind().isWritten() ? held.get(product(line, products)) : null))
                .toList();
    }

    /** @param held a number of the same product that a person has to answer for; null for none */
    private static InitialLine undecided(InitialLine line, @Nullable String held) {
        return held == null
                ? line
                : new InitialLine(
                        0,
                        line.number(),
                        Kind.UNDECIDED,
                        line.other(),
                        line.differences(),
                        Why.said(Phrase.PLAN_PRODUCT_HELD.with(held)),
                        line.count(),
                        null);
    }

    /** The product of a line's article; the line's own number for an article by itself. */
    private static String product(InitialLine line, Map<String, String> products) {
        String sku = Sku.key(line.number());
        return products.getOrDefault(sku, "\n" + sku);
    }

    private static Stream<Item> numberless(Collection<Item> items) {
        return items.stream().filter(item -> item.sku().isEmpty());
    }

    private static Map<String, List<Item>> bySku(Collection<Item> items) {
        return items.stream()
                .filter(item -> !item.sku().isEmpty())
                .collect(Collectors.groupingBy(Item::sku, TreeMap::new, Collectors.toList()));
    }

    /** Finds the numbers that a person has said to be the same, and takes them out of both sides. */
    private List<InitialLine> accepted(Map<String, List<Item>> here, Map<String, List<Item>> there) {
        List<InitialLine> lines = new ArrayList<>();
        new TreeMap<>(answers.same()).forEach((one, other) -> {
            if (here.containsKey(one) && there.containsKey(other) && !there.containsKey(one)) {
                List<Item> items = taken(here, one, other);
                List<Item> others = taken(there, other);
                lines.add(
                        items.size() == 1 && others.size() == 1
                                ? accepted(items.getFirst(), others.getFirst())
                                : twice(items, others));
            }
        });
        return lines;
    }

    private static List<Item> taken(Map<String, List<Item>> side, String... skus) {
        return Arrays.stream(skus)
                .flatMap(sku -> Stream.ofNullable(side.remove(sku)))
                .flatMap(List::stream)
                .toList();
    }

    /** Finds the numbers that differ little, and takes them out of both sides. */
    private List<InitialLine> proposals(Map<String, List<Item>> here, Map<String, List<Item>> there) {
        Map<String, List<Item>> onlyHere = loosely(here, there);
        Map<String, List<Item>> onlyThere = loosely(there, here);
        onlyHere.keySet().retainAll(onlyThere.keySet());
        List<InitialLine> lines = new ArrayList<>();
        onlyHere.forEach((loose, items) -> {
            List<Item> others = Objects.requireNonNull(onlyThere.get(loose));
            items.forEach(item -> here.remove(item.sku()));
            others.forEach(item -> there.remove(item.sku()));
            if (items.size() == 1 && others.size() == 1) {
                lines.add(proposed(items.getFirst(), others.getFirst()));
            } else {
                lines.addAll(alike(items, others));
            }
        });
        return lines;
    }

    /** A line for each number of the master, so that none of them is written. The first has the other system's. */
    private static List<InitialLine> alike(List<Item> here, List<Item> there) {
        List<InitialLine> lines = new ArrayList<>();
        bySku(here).values().forEach(items -> {
            InitialLine all = twice(here, there);
            Count count = new Count(Item.count(items), lines.isEmpty() ? there.size() : 0);
            lines.add(new InitialLine(
                    0, items.getFirst().spelled(), all.kind(), all.other(), List.of(), all.why(), count, null));
        });
        return lines;
    }

    /** The items whose number the other side has not, by their loose number. */
    private Map<String, List<Item>> loosely(Map<String, List<Item>> side, Map<String, List<Item>> otherSide) {
        return side.entrySet().stream()
                .filter(entry -> !otherSide.containsKey(entry.getKey())
                        && !answers.apart().contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(item -> item.place().aside() == null)
                .collect(Collectors.groupingBy(
                        item -> LooseNumber.key(item.spelled()), TreeMap::new, Collectors.toList()));
    }

    private InitialLine lineOf(List<Item> here, List<Item> there) {
        if (here.size() > 1 || there.size() > 1) {
            return twice(here, there);
        }
        if (here.isEmpty()) {
            return onlyThere(there);
        }
        Kind aside = here.getFirst().place().aside();
        if (aside != null) {
            return aside(here.getFirst(), aside, there);
        }
        return there.isEmpty() ? created(here.getFirst()) : compared(here.getFirst(), there.getFirst());
    }

    private static InitialLine aside(Item item, Kind kind, List<Item> there) {
        @Nullable String other = there.isEmpty() ? null : there.getFirst().spelled();
        return line(item.spelled(), kind, other, List.of(), item.objection(), item.count(), there.size());
    }

    private InitialLine created(Item item) {
        if (!item.objection().equals(Why.NOTHING)) {
            return line(item.spelled(), Kind.IMPOSSIBLE, null, List.of(), item.objection(), item.count(), 0);
        }
        List<Difference> all = differences(item, Map.of(), Set.of(Mode.FOLLOW, Mode.CREATE));
        return line(item.spelled(), Kind.CREATE, null, all, Why.NOTHING, item.count(), 0);
    }

    private InitialLine compared(Item item, Item other) {
        List<Difference> changes = changes(item, other);
        boolean possible = changes.isEmpty() || item.objection().equals(Why.NOTHING);
        Kind kind = changes.isEmpty() ? Kind.MATCH : possible ? Kind.CHANGE : Kind.IMPOSSIBLE;
        Detail spelled =
                item.spelled().equals(other.spelled()) ? Detail.NONE : Phrase.PLAN_SPELLED.with(other.spelled());
        Why why = possible ? Why.said(spelled) : item.objection();
        return line(item.spelled(), kind, other.spelled(), possible ? changes : List.of(), why, item.count(), 1);
    }

    private InitialLine proposed(Item item, Item other) {
        Why objection = objection(item, other);
        Detail proposal = Phrase.PLAN_PROPOSED.with(item.spelled(), other.spelled());
        Detail all = objection.detail().isNone() ? proposal : Detail.lines(List.of(proposal, objection.detail()));
        return renumbered(item, other, Kind.PROPOSED, new Why(objection.cause(), all));
    }

    private InitialLine accepted(Item item, Item other) {
        Why objection = objection(item, other);
        return renumbered(item, other, objection.equals(Why.NOTHING) ? Kind.ACCEPTED : Kind.IMPOSSIBLE, objection);
    }

    /** Why the article cannot have one number: the other system cannot hold the item, or the shop not the number. */
    private static Why objection(Item item, Item other) {
        return item.objection().equals(Why.NOTHING) ? other.objection() : item.objection();
    }

    private InitialLine renumbered(Item item, Item other, Kind kind, Why why) {
        List<Difference> changes = changes(item, other);
        return line(item.spelled(), kind, other.spelled(), changes, why, item.count(), 1);
    }

    private List<Difference> changes(Item item, Item other) {
        Set<Mode> modes = other.place().unfinished() ? Set.of(Mode.FOLLOW, Mode.CREATE) : Set.of(Mode.FOLLOW);
        return differences(item, other.values(), modes);
    }

    /** The fields that have another value, in the order of the register. A value that the master lacks takes nothing away. */
    private List<Difference> differences(Item item, Map<ProductField, String> others, Set<Mode> modes) {
        return Arrays.stream(ProductField.values())
                .filter(field -> modes.contains(setup.mode(field)))
                .flatMap(field ->
                        difference(field, others.get(field), item.values().get(field)))
                .toList();
    }

    private static Stream<Difference> difference(ProductField field, @Nullable String now, @Nullable String then) {
        return then == null || then.equals(now) ? Stream.empty() : Stream.of(new Difference(field, now, then));
    }

    private static InitialLine twice(List<Item> here, List<Item> there) {
        Item first = here.isEmpty() ? there.getFirst() : here.getFirst();
        @Nullable String other = there.isEmpty() ? null : there.getFirst().spelled();
        List<Detail> spellings = Stream.concat(here.stream(), there.stream())
                .map(Item::spelled)
                .distinct()
                .map(Detail::value)
                .toList();
        Why why = Why.said(Phrase.PLAN_TWICE.with(Detail.list(spellings)));
        return line(first.spelled(), Kind.TWICE, other, List.of(), why, Item.count(here), there.size());
    }

    private static InitialLine withoutNumber(Item item) {
        return line(item.spelled(), Kind.IMPOSSIBLE, null, List.of(), Why.said(Phrase.PLAN_NO_NUMBER.with()), 1, 0);
    }

    private static InitialLine line(
            String number,
            Kind kind,
            @Nullable String other,
            List<Difference> differences,
            Why why,
            int ofMaster,
            int ofOther) {
        return new InitialLine(0, number, kind, other, differences, why, new Count(ofMaster, ofOther), null);
    }

    private static InitialLine onlyThere(List<Item> items) {
        String number = items.getFirst().spelled();
        return line(number, Kind.ONLY_THERE, number, List.of(), Why.NOTHING, 0, items.size());
    }
}
