package se.brygga.activities.products.groups;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.activities.products.groups.ArticleGroup.Member;
import se.brygga.activities.products.groups.ArticleGroup.Standing;
import se.brygga.activities.products.groups.GroupBook.Kept;
import se.brygga.activities.products.groups.GroupBook.Place;
import se.brygga.activities.products.master.ArticleMasterBook.Named;

/**
 * Puts each article into exactly one product. What Specter tells comes first, then what a person has decided, then what
 * numbers and names suggest. The rest are products by themselves.
 */
final class Grouping {

    private final Map<String, Named> articles;
    private final Map<String, Place> places;
    private final Set<String> placed = new HashSet<>();
    private final List<ArticleGroup> groups = new ArrayList<>();

    private Grouping(List<Named> articles, List<Place> places) {
        this.articles = articles.stream()
                .collect(Collectors.toMap(Named::sku, Function.identity(), (one, other) -> one, TreeMap::new));
        this.places = places.stream().collect(Collectors.toMap(Place::sku, Function.identity()));
    }

    /** All products of these articles, in the order of their numbers. */
    static List<ArticleGroup> of(List<Named> articles, List<Kept> kept, List<Place> places) {
        Grouping grouping = new Grouping(articles, places);
        grouping.told();
        kept.forEach(grouping::accepted);
        grouping.proposed();
        grouping.alone();
        return grouping.groups.stream()
                .sorted(Comparator.comparing(ArticleGroup::no))
                .toList();
    }

    private void told() {
        Map<String, List<Named>> byMain = articles.values().stream()
                .filter(article -> article.mainSku() != null)
                .collect(Collectors.groupingBy(
                        article -> String.valueOf(article.mainSku()), TreeMap::new, Collectors.toList()));
        byMain.forEach((main, variants) -> {
            List<String> types = variants.stream()
                    .flatMap(variant -> variant.values().keySet().stream())
                    .distinct()
                    .toList();
            List<Member> members = variants.stream()
                    .map(variant -> new Member(
                            variant.sku(),
                            variant.articleNo(),
                            types.stream()
                                    .map(type -> variant.values().getOrDefault(type, ""))
                                    .toList()))
                    .toList();
            Named article = articles.get(main);
            String name = article == null || article.name().isEmpty() ? commonName(variants) : article.name();
            add(new ArticleGroup(main, name, Standing.TOLD, types, members));
            placed.add(main);
        });
    }

    private static String commonName(List<Named> variants) {
        List<List<String>> names =
                variants.stream().map(variant -> NameParts.of(variant.name())).toList();
        int common = NameParts.common(names);
        return common == 0
                ? variants.getFirst().name()
                : NameParts.joined(names.getFirst().subList(0, common));
    }

    /** A confirmed group with its articles as they are called now, and with new articles that are called like them. */
    private void accepted(Kept kept) {
        List<Named> decided = free().filter(
                        article -> kept.no().equals(placeOf(article.sku()).groupNo()))
                .toList();
        if (decided.isEmpty()) {
            return;
        }
        String name = name(kept, decided);
        Map<String, Member> members = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        decided.forEach(article -> {
            Member member = member(article, valuesNow(article, kept, name));
            taken.add(member.folded());
            members.put(article.sku(), member);
        });
        free().filter(article ->
                        !places.containsKey(article.sku()) && article.sku().startsWith(kept.stem()))
                .filter(article -> !article.sku().equals(kept.no()) && follows(article, name, kept.types()))
                .forEach(article -> {
                    Member member =
                            member(article, lastParts(article, kept.types().size()));
                    if (taken.add(member.folded())) {
                        members.put(article.sku(), member);
                    }
                });
        Named main = articles.get(kept.no());
        boolean hasMain = main != null && !members.containsKey(main.sku()) && isMain(main, name);
        add(new ArticleGroup(
                number(kept, members.keySet(), hasMain),
                name,
                Standing.ACCEPTED,
                kept.types(),
                members.values().stream()
                        .sorted(Comparator.comparing(Member::sku))
                        .toList()));
        if (hasMain) {
            placed.add(kept.no());
        }
    }

    private boolean isMain(Named article, String name) {
        return !placed.contains(article.sku())
                && !places.containsKey(article.sku())
                && NameParts.folded(article.name()).equals(NameParts.folded(name));
    }

    /** The group's number. Where another article or product has this number by now, a member's number names the group. */
    private String number(Kept kept, Set<String> members, boolean hasMain) {
        boolean isAnothers = articles.containsKey(kept.no()) && !hasMain && !members.contains(kept.no());
        return isAnothers || groups.stream().anyMatch(group -> group.no().equals(kept.no()))
                ? Collections.min(members)
                : kept.no();
    }

    /** The product's name now: what all of its articles begin with, else the name that was confirmed. */
    private static String name(Kept kept, List<Named> decided) {
        Set<String> names = new LinkedHashSet<>();
        decided.forEach(article -> {
            List<String> parts = NameParts.of(article.name());
            int root = parts.size() - kept.types().size();
            names.add(root < 1 ? "" : NameParts.joined(parts.subList(0, root)));
        });
        Set<String> folded = names.stream().map(NameParts::folded).collect(Collectors.toSet());
        return folded.size() == 1 && !folded.contains("") ? names.iterator().next() : kept.name();
    }

    private List<String> valuesNow(Named article, Kept kept, String name) {
        return follows(article, name, kept.types())
                ? lastParts(article, kept.types().size())
                : placeOf(article.sku()).values();
    }

    private static boolean follows(Named article, String name, List<String> types) {
        List<String> parts = NameParts.of(article.name());
        int root = parts.size() - types.size();
        return root >= 1
                && NameParts.folded(NameParts.joined(parts.subList(0, root))).equals(NameParts.folded(name));
    }

    private static List<String> lastParts(Named article, int count) {
        List<String> parts = NameParts.of(article.name());
        return parts.subList(parts.size() - count, parts.size());
    }

    private static Member member(Named article, List<String> values) {
        return new Member(article.sku(), article.articleNo(), values);
    }

    private void proposed() {
        List<Named> open =
                free().filter(article -> !places.containsKey(article.sku())).toList();
        Set<String> numbers = new HashSet<>(places.keySet());
        groups.forEach(group -> numbers.add(group.no()));
        numbers.addAll(placed);
        for (Proposals.Proposal proposal : Proposals.of(open, numbers)) {
            add(proposal.group());
            Stream.ofNullable(proposal.mainSku()).forEach(placed::add);
        }
    }

    private void alone() {
        free().toList()
                .forEach(article -> add(new ArticleGroup(
                        article.sku(),
                        article.name(),
                        Standing.ALONE,
                        List.of(),
                        List.of(member(article, List.of())))));
    }

    private Stream<Named> free() {
        return articles.values().stream().filter(article -> !placed.contains(article.sku()));
    }

    private Place placeOf(String sku) {
        return places.getOrDefault(sku, new Place(sku, null, List.of()));
    }

    private void add(ArticleGroup group) {
        groups.add(group);
        group.skus().forEach(placed::add);
    }
}
