package se.brygga.activities.products.groups;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.activities.products.groups.ArticleGroup.Member;
import se.brygga.activities.products.groups.ArticleGroup.Standing;
import se.brygga.activities.products.master.ArticleMasterBook.Named;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Which of Specter's articles form one product of a shop. The front door of this package.
 *
 * <p>A decision changes nothing in a shop. It marks the articles, so that the shop's sync looks at them.
 */
public final class ArticleGroups implements ArticleMasters.RenumberListener {

    private final ArticleMasters masters;
    private final GroupBook book;

    public ArticleGroups(Database database, ArticleMasters masters) {
        this.masters = masters;
        this.book = new GroupBook(database.jdbc(), database.time());
    }

    /** All products that the tenant's articles make in this shop. Each article is in one, or is a main article. */
    public List<ArticleGroup> of(ShopRef shop) {
        return Grouping.of(masters.book().named(shop.tenant()), book.groups(shop), book.places(shop));
    }

    /**
     * A person confirms a group. A confirmed group may be confirmed again, with other types. Idempotent.
     *
     * @param group one of {@link #of}
     * @param types what the values are values of; empty for those that the group has
     * @throws RequestRefused Specter tells the structure, there is nothing to confirm, two articles have the same
     *     values, or the number of types is another
     */
    public ArticleGroup accept(ShopRef shop, ArticleGroup group, List<String> types, String by) {
        Sql.requireTransaction();
        requireDecidable(group);
        if (group.standing() == Standing.ALONE) {
            throw Reason.GROUP_IS_ONE_ARTICLE.refused(group.no());
        }
        ArticleGroup accepted =
                new ArticleGroup(group.no(), group.name(), Standing.ACCEPTED, types(group, types), group.members());
        keep(shop, accepted, by);
        return accepted;
    }

    /**
     * A person takes articles out of a group. Each is a product by itself from now on. Idempotent.
     *
     * @param group one of {@link #of}
     * @param articleNos empty for all articles of the group
     * @throws RequestRefused Specter tells the structure, or an article is not in the group
     */
    public void split(ShopRef shop, ArticleGroup group, Collection<String> articleNos) {
        Sql.requireTransaction();
        requireDecidable(group);
        Set<String> members = group.skus().collect(Collectors.toSet());
        for (String articleNo : articleNos) {
            if (!members.contains(Sku.key(articleNo))) {
                throw Reason.GROUP_LACKS_ARTICLE.refused(articleNo, group.no());
            }
        }
        book.alone(
                shop,
                articleNos.isEmpty()
                        ? members
                        : articleNos.stream().map(Sku::key).toList());
        book.forgetEmpty(shop);
        mark(shop, group);
    }

    /**
     * A person says that several groups, or articles, are one product. The names must say how the articles differ.
     *
     * @param groups at least two of {@link #of}; the first gives the number
     * @param types what the values are values of; empty for a guess
     * @throws RequestRefused Specter tells the structure, the names do not begin alike, two articles have the same
     *     values, or the number of types is another
     */
    public ArticleGroup merge(ShopRef shop, List<ArticleGroup> groups, List<String> types, String by) {
        Sql.requireTransaction();
        groups.forEach(ArticleGroups::requireDecidable);
        if (groups.size() < 2) {
            throw Reason.GROUP_MERGE_NEEDS_TWO.refused();
        }
        Set<String> skus = groups.stream().flatMap(ArticleGroup::skus).collect(Collectors.toSet());
        List<Named> articles = masters.book().named(shop.tenant()).stream()
                .filter(article -> skus.contains(article.sku()))
                .toList();
        String no = groups.getFirst().no();
        ArticleGroup merged = merged(no, articles);
        ArticleGroup accepted =
                new ArticleGroup(no, merged.name(), Standing.ACCEPTED, types(merged, types), merged.members());
        keep(shop, accepted, by);
        book.forgetEmpty(shop);
        groups.forEach(group -> mark(shop, group));
        return accepted;
    }

    @Override
    public void renumbered(String tenant, Map<String, String> skus) {
        book.renumbered(tenant, skus);
    }

    private static ArticleGroup merged(String no, List<Named> articles) {
        List<List<String>> names =
                articles.stream().map(article -> NameParts.of(article.name())).toList();
        int common = NameParts.common(names);
        if (common == 0 || names.stream().mapToInt(List::size).distinct().count() > 1) {
            throw Reason.GROUP_NAMES_DIFFER.refused(no);
        }
        List<Member> members = articles.stream()
                .map(article -> {
                    List<String> parts = NameParts.of(article.name());
                    return new Member(article.sku(), article.articleNo(), parts.subList(common, parts.size()));
                })
                .toList();
        return new ArticleGroup(
                no,
                NameParts.joined(names.getFirst().subList(0, common)),
                Standing.PROPOSED,
                VariantTypes.of(members.stream().map(Member::values).toList()),
                members);
    }

    private void keep(ShopRef shop, ArticleGroup group, String by) {
        List<String> twins = group.twins();
        if (!twins.isEmpty()) {
            throw Reason.GROUP_VALUES_TWICE.refused(group.no(), String.join(", ", twins));
        }
        book.keep(shop, new GroupBook.Kept(group.no(), stem(group), group.name(), group.types()), group.members(), by);
        mark(shop, group);
    }

    /** How the numbers of new articles of this group begin: with its own number, else up to the last separator. */
    private static String stem(ArticleGroup group) {
        List<String> skus = group.skus().toList();
        if (skus.stream().allMatch(sku -> sku.startsWith(group.no()) && !sku.equals(group.no()))) {
            return group.no();
        }
        String common = skus.getFirst();
        for (String sku : skus) {
            while (!sku.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common.replaceFirst("[\\p{L}\\p{N}]+$", "");
    }

    private static List<String> types(ArticleGroup group, List<String> types) {
        if (types.isEmpty()) {
            return group.types();
        }
        Set<String> folded = new HashSet<>();
        boolean usable = types.size() == group.types().size()
                && types.stream().allMatch(type -> !type.isBlank() && folded.add(NameParts.folded(type.strip())));
        if (!usable) {
            throw Reason.GROUP_TYPES_COUNT.refused(group.no(), group.types().size());
        }
        return types.stream().map(String::strip).toList();
    }

    private void mark(ShopRef shop, ArticleGroup group) {
        masters.news()
                .mark(shop, Stream.concat(group.skus(), Stream.of(group.no())).collect(Collectors.toSet()));
    }

    private static void requireDecidable(ArticleGroup group) {
        if (group.standing() == Standing.TOLD) {
            throw Reason.GROUP_TOLD_BY_SPECTER.refused(group.no());
        }
    }
}
