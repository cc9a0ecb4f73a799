package se.brygga.activities.products.shop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.products.groups.ArticleGroup.Member;
import se.brygga.activities.products.groups.ArticleGroup.Standing;
import se.brygga.activities.products.master.ArticleMaster;
import se.brygga.activities.products.master.ArticleMasterBook;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.VariantValues;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;

/** The products that Specter's articles should be in a shop. Lives as long as one look. */
final class WantedProducts {

    private final ShopRef shop;
    private final ArticleMasterBook masters;
    private final ShopProductBook book;
    private final Map<String, ArticleGroup> groups = new HashMap<>();
    private final Map<String, String> accepted;

    /** @param groups all products that the tenant's articles make in this shop */
    WantedProducts(ShopRef shop, ArticleMasterBook masters, ShopProductBook book, List<ArticleGroup> groups) {
        this.shop = shop;
        this.masters = masters;
        this.book = book;
        this.accepted = book.accepted(shop);
        for (ArticleGroup group : groups) {
            this.groups.putIfAbsent(Sku.key(group.no()), group);
            group.skus().forEach(sku -> this.groups.put(sku, group));
        }
    }

    /**
     * The product to which an article belongs. Empty when there is none yet: nothing is created for a group that nobody
     * has confirmed.
     */
    Optional<WantedProduct> of(String sku) {
        ArticleGroup group = groups.get(sku);
        Set<Long> products = book.productsOf(shop, List.of(sku));
        if (group != null && group.standing() == Standing.PROPOSED) {
            // A product that is in the shop already goes on as it is.
            return products.isEmpty()
                    ? Optional.empty()
                    : group.members().stream()
                            .filter(member -> member.sku().equals(sku))
                            .findFirst()
                            .map(member -> wanted(alone(group, member), products));
        }
        return group == null ? ofGone(products) : Optional.of(wanted(group, productsOf(group)));
    }

    private static ArticleGroup alone(ArticleGroup group, Member member) {
        Member bare = new Member(member.sku(), member.articleNo(), List.of());
        return new ArticleGroup(member.articleNo(), group.name(), Standing.ALONE, List.of(), List.of(bare));
    }

    /** The product of an article that Specter does not have any more. */
    private Optional<WantedProduct> ofGone(Set<Long> products) {
        return products.stream().findFirst().map(product -> {
            List<String> skus = book.skusOf(shop, product);
            return skus.stream()
                    .flatMap(sku -> Stream.ofNullable(groups.get(sku)))
                    .filter(group -> group.standing() != Standing.PROPOSED)
                    .findFirst()
                    .map(group -> wanted(group, productsOf(group)))
                    .orElseGet(() -> new WantedProduct(skus.getFirst(), Map.of(), List.of(), gone(skus)));
        });
    }

    /** The products of the shop in which articles of the group lie, also under their former numbers. */
    private Set<Long> productsOf(ArticleGroup group) {
        List<String> skus = group.skus().toList();
        return book.productsOf(
                shop,
                Stream.concat(
                                skus.stream(),
                                masters.find(shop.tenant(), skus).values().stream()
                                        .flatMap(master -> Stream.ofNullable(former(master))))
                        .toList());
    }

    /** @param products of the shop in which articles of the group lie */
    private WantedProduct wanted(ArticleGroup group, Set<Long> products) {
        List<String> members = group.skus().toList();
        Set<String> asked = new TreeSet<>(members);
        asked.add(Sku.key(group.no()));
        products.forEach(product -> asked.addAll(book.skusOf(shop, product)));
        Map<String, ArticleMaster> told = masters.find(shop.tenant(), asked);
        List<Article> articles = new ArrayList<>(group.members().stream()
                .filter(member -> told.containsKey(member.sku()))
                .map(member -> article(group, member, Objects.requireNonNull(told.get(member.sku()))))
                .toList());
        Set<String> formers = told.values().stream()
                .flatMap(master -> Stream.ofNullable(former(master)))
                .collect(Collectors.toSet());
        articles.addAll(gone(asked.stream()
                .filter(sku -> !members.contains(sku) && !formers.contains(sku) && !sku.equals(Sku.key(group.no())))
                .filter(sku -> !told.containsKey(sku)
                        || Objects.requireNonNull(told.get(sku)).deleted())
                .toList()));
        List<ArticleMaster> sources = Stream.concat(Stream.of(Sku.key(group.no())), members.stream())
                .distinct()
                .flatMap(sku -> Stream.ofNullable(told.get(sku)))
                .toList();
        return new WantedProduct(group.no(), values(group, sources), images(sources), articles);
    }

    private static List<Article> gone(Collection<String> skus) {
        return skus.stream().map(sku -> new Article(sku, null, Map.of(), true)).toList();
    }

    /** The number that the article had before, or the shop's number of which a person has said that it is the same. */
    private @Nullable String former(ArticleMaster master) {
        return accepted.getOrDefault(master.sku(), master.former());
    }

    private Article article(ArticleGroup group, Member member, ArticleMaster master) {
        Map<ProductField, String> values = new TreeMap<>(ProductField.read(master.told()));
        values.keySet().retainAll(ShopPlan.OF_VARIANT);
        Map<String, String> distinction = new LinkedHashMap<>();
        for (int i = 0; i < group.types().size() && i < member.values().size(); i++) {
            distinction.put(group.types().get(i), member.values().get(i));
        }
        values.put(ProductField.VARIANT_VALUES, VariantValues.written(distinction));
        return new Article(member.articleNo(), former(master), values, master.deleted());
    }

    /** Each field as the main article has it, or else as the first article that has it. */
    private static Map<ProductField, String> values(ArticleGroup group, List<ArticleMaster> sources) {
        Map<ProductField, String> values = new TreeMap<>();
        sources.forEach(source -> ProductField.read(source.told()).forEach(values::putIfAbsent));
        values.keySet().removeAll(ShopPlan.OF_VARIANT);
        if (group.standing() != Standing.ALONE) {
            values.put(ProductField.NAME, group.name());
        }
        return values;
    }

    private static List<Image> images(List<ArticleMaster> sources) {
        Map<String, Image> images = new LinkedHashMap<>();
        sources.stream()
                .flatMap(source -> source.told().master().assumed().images().stream())
                .forEach(image -> images.putIfAbsent(ShopPlan.keyOf(image), image));
        return List.copyOf(images.values());
    }
}
