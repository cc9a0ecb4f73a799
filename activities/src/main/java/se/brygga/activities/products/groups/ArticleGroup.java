package se.brygga.activities.products.groups;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Articles that form one product of a shop.
 *
 * @param no names the group: the number of the main article, else the beginning that all numbers share
 * @param name of the product
 * @param types what the members differ by: {@code Färg}, {@code Storlek}; empty for an article by itself
 * @param members in the order of their keys
 */
public record ArticleGroup(String no, String name, Standing standing, List<String> types, List<Member> members) {

    /** Who says that the articles belong together. */
    public enum Standing {
        /** Specter tells the structure. */
        TOLD,
        /** A person has confirmed the group. */
        ACCEPTED,
        /** Numbers and names suggest the group. Nothing is created in a shop until a person confirms it. */
        PROPOSED,
        /** The article is a product by itself. */
        ALONE
    }

    public ArticleGroup {
        types = List.copyOf(types);
        members = List.copyOf(members);
    }

    /**
     * One variant of the product.
     *
     * @param sku {@link se.brygga.workflows.Sku#key} of the article's number
     * @param articleNo as Specter spells it
     * @param values one for each type; empty where the article has none
     */
    public record Member(String sku, String articleNo, List<String> values) {

        public Member {
            values = List.copyOf(values);
        }

        /** The values without regard to case, to tell variants apart. */
        String folded() {
            return values.stream().map(NameParts::folded).collect(Collectors.joining("\n"));
        }
    }

    /** Article numbers of the members whose values another member has too. A shop takes no such product. */
    public List<String> twins() {
        Set<String> seen = new HashSet<>();
        Set<String> twice = members.stream()
                .map(Member::folded)
                .filter(values -> !seen.add(values))
                .collect(Collectors.toSet());
        return members.stream()
                .filter(member -> twice.contains(member.folded()))
                .map(Member::articleNo)
                .toList();
    }

    /** Keys of the members' numbers. */
    public Stream<String> skus() {
        return members.stream().map(Member::sku);
    }
}
