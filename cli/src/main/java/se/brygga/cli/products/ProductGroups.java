package se.brygga.cli.products;

import java.util.List;
import java.util.stream.Collectors;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Word;

/** Groups of articles that form one product of a shop. */
record ProductGroups(List<ProductGroup> groups, int total) {

    private static final int SHOWN = 6;

    /** One group. */
    record ProductGroup(
            String group,
            String name,
            Standing standing,
            List<String> types,
            List<GroupedArticle> articles,
            List<String> twins) {

        private String members(Lines lines) {
            String shown =
                    articles.stream().limit(SHOWN).map(GroupedArticle::text).collect(Collectors.joining(", "));
            return articles.size() > SHOWN ? lines.say(Line.AND_MORE_ARTICLES, shown, articles.size() - SHOWN) : shown;
        }

        private String stands(Lines lines) {
            return twins.isEmpty()
                    ? standing.in(lines)
                    : lines.say(Line.GROUP_TWINS, standing.in(lines), String.join(", ", twins));
        }
    }

    /** An article of a group. */
    record GroupedArticle(String article, List<String> values) {

        private String text() {
            return values.isEmpty() ? article : article + " (" + String.join(", ", values) + ")";
        }
    }

    /** Who says that the articles belong together. */
    enum Standing implements Word {
        TOLD,
        ACCEPTED,
        PROPOSED,
        ALONE;

        private String in(Lines lines) {
            return lines.say(
                    switch (this) {
                        case TOLD -> Line.GROUP_TOLD;
                        case ACCEPTED -> Line.GROUP_ACCEPTED;
                        case PROPOSED -> Line.GROUP_PROPOSED;
                        case ALONE -> Line.GROUP_ALONE;
                    });
        }
    }

    /** The groups as a table. */
    static Table table(List<ProductGroup> groups, Lines lines) {
        Table table = lines.table(Line.GROUPS_HEADINGS);
        groups.forEach(group -> table.row(
                group.group(),
                group.name(),
                group.stands(lines),
                String.join(", ", group.types()),
                group.articles().size(),
                group.members(lines)));
        return table;
    }
}
