package se.brygga.activities.products.groups;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.groups.ArticleGroup.Member;
import se.brygga.activities.products.groups.ArticleGroup.Standing;
import se.brygga.activities.products.master.ArticleMasterBook.Named;

/**
 * Proposes which articles form one product. Names must say so by {@code Main - Colour - Size}, and numbers must begin
 * alike: {@code MUGG-R-L}, {@code MUGG-B-S}. A beginning counts up to a separator, or up to where letters and digits
 * meet. The whole number of the article that bears the product's name counts too.
 */
final class Proposals {

    private static final int MOST_VALUES = 4;

    private final List<Named> articles;
    private final Map<String, Named> byNumber;
    private final Map<String, List<Named>> byName;
    private final Map<String, List<String>> namesOfStem = new HashMap<>();

    private Proposals(List<Named> articles) {
        this.articles = articles;
        this.byNumber = articles.stream().collect(Collectors.toMap(Named::sku, Function.identity()));
        this.byName = articles.stream().collect(Collectors.groupingBy(article -> root(NameParts.of(article.name()))));
        articles.forEach(article -> beginnings(article.sku())
                .forEach(stem -> namesOfStem
                        .computeIfAbsent(stem, any -> new ArrayList<>())
                        .add(root(NameParts.of(article.name())))));
    }

    /** One proposal, and the main article, which is no variant of its own. */
    record Proposal(ArticleGroup group, @Nullable String mainSku) {}

    /**
     * The groups that these articles suggest. No article is in two of them.
     *
     * @param taken numbers of groups that exist
     */
    static List<Proposal> of(List<Named> articles, Set<String> taken) {
        return new Proposals(articles).proposals(taken);
    }

    /**
     * What the members of a group have in common.
     *
     * @param root name without the values, without regard to case
     * @param values number of values at the end of the name
     * @param stem beginning of the number
     */
    private record Shape(String root, int values, String stem) {}

    /**
     * How much speaks for a shape.
     *
     * @param hasMain an article bears the number and the name of the product
     * @param only no other product's numbers begin so
     */
    private record Ranked(Shape shape, boolean hasMain, boolean only, int articles) {}

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing((Ranked one) -> !one.hasMain())
            .thenComparing(one -> !one.only())
            .thenComparingInt(one -> -one.articles())
            .thenComparingInt(one -> one.shape().values())
            .thenComparingInt(one -> -one.shape().stem().length())
            .thenComparing(one -> one.shape().root())
            .thenComparing(one -> one.shape().stem());

    private List<Proposal> proposals(Set<String> taken) {
        Map<Shape, List<Named>> matching = new HashMap<>();
        articles.forEach(article -> shapes(article)
                .forEach(shape -> matching.computeIfAbsent(shape, any -> new ArrayList<>())
                        .add(article)));
        List<Shape> best = matching.entrySet().stream()
                .map(shape -> new Ranked(
                        shape.getKey(),
                        main(shape.getKey()) != null,
                        isOnlyOf(shape.getKey()),
                        shape.getValue().size()))
                .sorted(BEST_FIRST)
                .map(Ranked::shape)
                .toList();
        List<Proposal> found = new ArrayList<>();
        Set<String> used = new HashSet<>();
        Set<String> numbers = new HashSet<>(taken);
        for (Shape shape : best) {
            List<Named> free = matching.getOrDefault(shape, List.of()).stream()
                    .filter(article -> !used.contains(article.sku()))
                    .toList();
            Named main = main(shape);
            String mainSku = main == null || used.contains(main.sku()) ? null : main.sku();
            if (free.size() >= (mainSku == null ? 2 : 1)) {
                Proposal proposal = proposal(shape, free, mainSku, numbers);
                found.add(proposal);
                numbers.add(proposal.group().no());
                free.forEach(article -> used.add(article.sku()));
                Stream.ofNullable(mainSku).forEach(used::add);
            }
        }
        return found;
    }

    private Stream<Shape> shapes(Named article) {
        List<String> parts = NameParts.of(article.name());
        return IntStream.rangeClosed(1, Math.min(MOST_VALUES, parts.size() - 1))
                .boxed()
                .flatMap(values -> {
                    String root = root(parts.subList(0, parts.size() - values));
                    return stems(article.sku(), root).map(stem -> new Shape(root, values, stem));
                });
    }

    /** The beginnings of a number that may be the product's. */
    private Stream<String> stems(String sku, String root) {
        Stream<String> mains = byName.getOrDefault(root, List.of()).stream()
                .map(Named::sku)
                .filter(main -> sku.startsWith(main) && sku.length() > main.length());
        return Stream.concat(beginnings(sku), mains).distinct();
    }

    private static Stream<String> beginnings(String sku) {
        return IntStream.range(1, sku.length())
                .filter(at -> isLetterOrDigit(sku, at - 1) && isBoundary(sku, at))
                .mapToObj(at -> sku.substring(0, at));
    }

    private static boolean isBoundary(String sku, int at) {
        return !isLetterOrDigit(sku, at) || Character.isDigit(sku.charAt(at - 1)) != Character.isDigit(sku.charAt(at));
    }

    private static boolean isLetterOrDigit(String sku, int at) {
        return Character.isLetterOrDigit(sku.charAt(at));
    }

    private static String root(List<String> parts) {
        return NameParts.folded(NameParts.joined(parts));
    }

    /** The article that bears the number and the name of the product; null when there is none. */
    private @Nullable Named main(Shape shape) {
        Named article = byNumber.get(shape.stem());
        return article != null && root(NameParts.of(article.name())).equals(shape.root()) ? article : null;
    }

    /** Whether no other product's numbers begin so. {@code KAJ} before many products' numbers is no product. */
    private boolean isOnlyOf(Shape shape) {
        return namesOfStem.getOrDefault(shape.stem(), List.of()).stream()
                .allMatch(name -> name.equals(shape.root()) || name.startsWith(shape.root() + " - "));
    }

    private static List<String> nameWithoutValues(Named article, Shape shape) {
        List<String> parts = NameParts.of(article.name());
        return parts.subList(0, parts.size() - shape.values());
    }

    private Proposal proposal(Shape shape, List<Named> articles, @Nullable String mainSku, Set<String> taken) {
        List<Member> members = articles.stream()
                .map(article -> {
                    List<String> parts = NameParts.of(article.name());
                    return new Member(
                            article.sku(),
                            article.articleNo(),
                            parts.subList(parts.size() - shape.values(), parts.size()));
                })
                .sorted(Comparator.comparing(Member::sku))
                .toList();
        List<String> name = mainSku == null
                ? nameWithoutValues(articles.getFirst(), shape)
                : NameParts.of(Objects.requireNonNull(byNumber.get(mainSku)).name());
        String no = taken.contains(shape.stem()) || (mainSku == null && byNumber.containsKey(shape.stem()))
                ? members.getFirst().sku()
                : shape.stem();
        return new Proposal(
                new ArticleGroup(
                        no,
                        NameParts.joined(name),
                        Standing.PROPOSED,
                        VariantTypes.of(members.stream().map(Member::values).toList()),
                        members),
                mainSku);
    }
}
