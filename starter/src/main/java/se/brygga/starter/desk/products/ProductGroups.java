package se.brygga.starter.desk.products;

import java.util.List;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.starter.desk.Word;

/**
 * Groups of articles that form one product of a shop.
 *
 * @param total how many there are, listed or not
 */
public record ProductGroups(List<ProductGroup> groups, int total) {

    /** Who says that the articles belong together. */
    public enum Standing implements Word {
        TOLD,
        ACCEPTED,
        PROPOSED,
        ALONE
    }

    /**
     * One group.
     *
     * @param group names the group: the main article's number, or the beginning of all numbers
     * @param name of the product
     * @param types what the articles differ by
     * @param twins articles whose values another article of the group has too; the group cannot be accepted so
     */
    public record ProductGroup(
            String group,
            String name,
            Standing standing,
            List<String> types,
            List<GroupedArticle> articles,
            List<String> twins) {

        static ProductGroup of(ArticleGroup group) {
            return new ProductGroup(
                    group.no(),
                    group.name(),
                    Word.twin(Standing.class, group.standing()),
                    group.types(),
                    group.members().stream()
                            .map(member -> new GroupedArticle(member.articleNo(), member.values()))
                            .toList(),
                    group.twins());
        }
    }

    /**
     * An article of a group.
     *
     * @param article its number, as Specter spells it
     * @param values one for each type
     */
    public record GroupedArticle(String article, List<String> values) {}
}
