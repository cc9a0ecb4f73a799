package se.brygga.activities.products.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.brygga.activities.products.groups.ArticleGroup.Member;
import se.brygga.activities.products.groups.GroupBook.Kept;
import se.brygga.activities.products.groups.GroupBook.Place;
import se.brygga.activities.products.master.ArticleMasterBook.Named;
import se.brygga.workflows.Sku;

/** Which articles form one product. An article is written as {@code MUGG-R: Mugg - Röd}. */
class GroupingTest {

    @Test
    void articlesWhoseNumbersAndNamesBeginAlikeAreProposed() {
        assertThat(products("MUGG-R-L: Mugg - Röd - L", "MUGG-R-S: Mugg - Röd - S", "MUGG-B-L: Mugg - Blå - L"))
                .containsExactly("MUGG PROPOSED Mugg [Färg, Storlek] MUGG-B-L=Blå/L MUGG-R-L=Röd/L MUGG-R-S=Röd/S");
    }

    @Test
    void theMainArticleIsTheProductAndNoVariantOfIt() {
        assertThat(products("MUGG: Mugg", "MUGG-R: Mugg - Röd", "MUGG-B: MUGG - blå"))
                .containsExactly("MUGG PROPOSED Mugg [Färg] MUGG-B=blå MUGG-R=Röd");
        assertThat(products("MUGG: Mugg", "MUGG-R: Mugg - Röd", "MUGG-LOCK: Lock"))
                .containsExactly("MUGG PROPOSED Mugg [Färg] MUGG-R=Röd", "MUGG-LOCK ALONE Lock [] MUGG-LOCK=");
        assertThat(products("MUGG: Mugg", "MUGG-R: Mugg - Röd"))
                .containsExactly("MUGG PROPOSED Mugg [Färg] MUGG-R=Röd");
    }

    @Test
    void aNumberThatBeginsLikeTheMainArticlesNeedsNoSeparator() {
        assertThat(products("100: Mugg", "1001: Mugg - Vänster", "1002: Mugg - Höger"))
                .containsExactly("100 PROPOSED Mugg [Variant] 1001=Vänster 1002=Höger");
        assertThat(products("1001: Mugg - Röd", "1002: Mugg - Blå"))
                .containsExactly("1001 ALONE Mugg - Röd [] 1001=", "1002 ALONE Mugg - Blå [] 1002=");
    }

    @Test
    void aBeginningThatIsAnotherArticlesNumberIsNoMainArticle() {
        assertThat(products("100: Paddel", "100-1: Väst - Röd", "100-2: Väst - Blå"))
                .containsExactly("100 ALONE Paddel [] 100=", "100-1 PROPOSED Väst [Färg] 100-1=Röd 100-2=Blå");
    }

    @Test
    void aLonelyArticleWithADashInItsNameIsAProductByItself() {
        assertThat(products("MUGG-R: Mugg - Röd", "FAT: Fat"))
                .containsExactly("FAT ALONE Fat [] FAT=", "MUGG-R ALONE Mugg - Röd [] MUGG-R=");
    }

    @Test
    void aDashWithoutBlanksSeparatesNothing() {
        assertThat(products("T-R: T-shirt - Röd", "T-B: T-shirt – Blå", "T-X: T-shirt-Grön"))
                .containsExactly("T PROPOSED T-shirt [Färg] T-B=Blå T-R=Röd", "T-X ALONE T-shirt-Grön [] T-X=");
        assertThat(products("A-1:  - ", "A-2: Mugg - ", "A-3: Mugg -  - Röd")).hasSize(3);
    }

    @Test
    void aDashInTheProductsNameIsTakenForNoValueWhereNumbersSayOtherwise() {
        assertThat(products(
                        "EXP-R: Kajak - Explorer - Röd",
                        "EXP-B: Kajak - Explorer - Blå",
                        "NOM-R: Kajak - Nomad - Röd",
                        "NOM-B: Kajak - Nomad - Blå"))
                .containsExactly(
                        "EXP PROPOSED Kajak - Explorer [Färg] EXP-B=Blå EXP-R=Röd",
                        "NOM PROPOSED Kajak - Nomad [Färg] NOM-B=Blå NOM-R=Röd");
    }

    @Test
    void aBeginningOfManyProductsNumbersMakesNoGroup() {
        assertThat(products(
                        "KAJ-001-R: Kajak - Explorer - Röd",
                        "KAJ-001-B: Kajak - Explorer - Blå",
                        "KAJ-002-R: Kajak - Nomad - Röd",
                        "KAJ-002-B: Kajak - Nomad - Blå",
                        "KAJ-003-R: Väst - Röd",
                        "KAJ-003-B: Väst - Blå"))
                .extracting(product -> product.split(" ")[0])
                .containsExactly("KAJ-001", "KAJ-002", "KAJ-003");
    }

    @Test
    void aLargeAssortmentWithOneBeginningIsGroupedByProducts() {
        List<Named> articles = IntStream.range(0, 12_000)
                .mapToObj(i -> article(
                        "ART-%04d-%s-%s".formatted(i / 6, i % 2 == 0 ? "R" : "B", "SML".charAt(i % 3)),
                        "Artikel %d - %s - %s".formatted(i / 6, i % 2 == 0 ? "Röd" : "Blå", "SML".charAt(i % 3))))
                .toList();

        List<ArticleGroup> products = Grouping.of(articles, List.of(), List.of());

        assertThat(products)
                .hasSize(2_000)
                .allMatch(product -> product.members().size() == 6);
    }

    @Test
    void namesThatDifferInCaseOnlyAreOne() {
        assertThat(products("mugg-r: MUGG - Röd", "MUGG-B: Mugg  -  Blå"))
                .containsExactly("MUGG PROPOSED Mugg [Färg] MUGG-B=Blå mugg-r=Röd");
    }

    @Test
    void anotherNumberOfValuesIsAnotherGroup() {
        assertThat(products("MUGG-R: Mugg - Röd", "MUGG-B-L: Mugg - Blå - L", "MUGG-B-S: Mugg - Blå - S"))
                .contains("MUGG-R ALONE Mugg - Röd [] MUGG-R=")
                .hasSize(2);
    }

    @Test
    void articlesWithTheSameValuesAreNamedAsTwins() {
        List<ArticleGroup> found =
                Grouping.of(articles("M-R: Mugg - Röd", "M-R2: Mugg - röd", "M-B: Mugg - Blå"), List.of(), List.of());

        assertThat(found.getFirst().twins()).containsExactly("M-R", "M-R2");
    }

    @Test
    void whatSpecterTellsComesFirst() {
        Map<String, String> red = new LinkedHashMap<>();
        red.put("Kulör", "Röd");
        red.put("Mått", "L");
        List<Named> articles = List.of(
                new Named("M", "M", "Mugg", "GW", null, Map.of(), null),
                new Named("M-R", "M-R", "Mugg - Röd", "GW", "M", red, null),
                new Named("M-X", "M-X", "Mugg - X", "GW", "M", Map.of("Kulör", "Blå"), null),
                new Named("M-Y", "M-Y", "Mugg - Y", "GW", null, Map.of(), null));

        assertThat(written(Grouping.of(
                        articles,
                        List.of(new Kept("Z", "Z", "Zebra", List.of("Färg"))),
                        List.of(new Place("M-R", "Z", List.of("Röd"))))))
                .containsExactly("M TOLD Mugg [Kulör, Mått] M-R=Röd/L M-X=Blå/", "M-Y ALONE Mugg - Y [] M-Y=");
    }

    private static final Kept MUGG = new Kept("MUGG", "MUGG", "Mugg", List.of("Kulör"));

    private static final List<Place> RED_AND_BLUE =
            List.of(new Place("MUGG-B", "MUGG", List.of("Blå")), new Place("MUGG-R", "MUGG", List.of("Röd")));

    @Test
    void aConfirmedGroupTakesNewArticlesThatAreCalledLikeIt() {
        assertThat(accepted("MUGG: Mugg", "MUGG-R: Mugg - Röd", "MUGG-B: Mugg - Blå", "MUGG-G: Mugg - Grön"))
                .containsExactly("MUGG ACCEPTED Mugg [Kulör] MUGG-B=Blå MUGG-G=Grön MUGG-R=Röd");
        assertThat(accepted("MUGG-R: Mugg - Röd", "MUGG-B: Mugg - Blå", "MUGG-2: Mugg - blå", "X-G: Mugg - Grön"))
                .containsExactly(
                        "MUGG ACCEPTED Mugg [Kulör] MUGG-B=Blå MUGG-R=Röd",
                        "MUGG-2 ALONE Mugg - blå [] MUGG-2=",
                        "X-G ALONE Mugg - Grön [] X-G=");
    }

    @Test
    void aConfirmedGroupStaysWhenArticlesAreRenamed() {
        assertThat(accepted("MUGG-R: Kåsa - Röd", "MUGG-B: Kåsa - Mörkblå"))
                .containsExactly("MUGG ACCEPTED Kåsa [Kulör] MUGG-B=Mörkblå MUGG-R=Röd");
        assertThat(accepted("MUGG-R: Röd mugg", "MUGG-B: Mugg - Mörkblå"))
                .containsExactly("MUGG ACCEPTED Mugg [Kulör] MUGG-B=Mörkblå MUGG-R=Röd");
        assertThat(accepted("MUGG-R: Mugg - Röd")).containsExactly("MUGG ACCEPTED Mugg [Kulör] MUGG-R=Röd");
        assertThat(accepted("FAT: Fat")).containsExactly("FAT ALONE Fat [] FAT=");
    }

    @Test
    void anArticleThatAPersonTookOutIsInNoGroup() {
        assertThat(written(Grouping.of(
                        articles("M-R: Mugg - Röd", "M-B: Mugg - Blå", "M-G: Mugg - Grön"),
                        List.of(),
                        List.of(new Place("M-G", null, List.of())))))
                .containsExactly("M PROPOSED Mugg [Färg] M-B=Blå M-R=Röd", "M-G ALONE Mugg - Grön [] M-G=");
    }

    @Test
    void aConfirmedGroupWhoseNumberAnotherArticleGetsIsNamedByAMember() {
        assertThat(accepted("MUGG: Paddel", "MUGG-R: Mugg - Röd", "MUGG-B: Mugg - Blå"))
                .containsExactly("MUGG ALONE Paddel [] MUGG=", "MUGG-B ACCEPTED Mugg [Kulör] MUGG-B=Blå MUGG-R=Röd");
    }

    /** Whatever the assortment: nothing is lost, nothing is in two products, and no two products have one number. */
    @Property(tries = 500)
    void eachArticleIsInOneProductOrIsItsMainArticle(@ForAll("assortments") List<Named> articles) {
        assertWhole(articles, Grouping.of(articles, List.of(), List.of()));
    }

    /** The same whatever people have decided, also long ago about articles that have other names by now. */
    @Property(tries = 500)
    void decisionsLoseNoArticleEither(
            @ForAll("assortments") List<Named> articles, @ForAll("assortments") List<Named> decided, @ForAll int seed) {
        List<Kept> kept = List.of(
                new Kept("MUGG", "MUGG", "Mugg", List.of("Färg")),
                new Kept("100-1", "100", "Fat", List.of("Färg", "Storlek")));
        Random random = new Random(seed);
        List<Place> places = decided.stream()
                .map(article -> switch (random.nextInt(3)) {
                    case 0 -> new Place(article.sku(), "MUGG", List.of("Röd"));
                    case 1 -> new Place(article.sku(), "100-1", List.of("Röd", "L"));
                    default -> new Place(article.sku(), null, List.of());
                })
                .toList();

        assertWhole(articles, Grouping.of(articles, kept, places));
    }

    private static void assertWhole(List<Named> articles, List<ArticleGroup> products) {
        List<String> members = products.stream().flatMap(ArticleGroup::skus).toList();
        assertThat(members).doesNotHaveDuplicates();
        assertThat(products).extracting(ArticleGroup::no).doesNotHaveDuplicates();
        assertThat(articles)
                .extracting(Named::sku)
                .allMatch(sku -> members.contains(sku)
                        || products.stream().anyMatch(product -> product.no().equals(sku)));
        assertThat(products)
                .allSatisfy(product -> assertThat(product.members())
                        .isNotEmpty()
                        .allMatch(member ->
                                member.values().size() == product.types().size()));
    }

    /** The order in which Specter has told of the articles makes no difference. */
    @Property(tries = 200)
    void theOrderOfTheArticlesMakesNoDifference(@ForAll("assortments") List<Named> articles) {
        assertThat(Grouping.of(articles.reversed(), List.of(), List.of()))
                .isEqualTo(Grouping.of(articles, List.of(), List.of()));
    }

    @Provide
    Arbitrary<List<Named>> assortments() {
        Arbitrary<String> mains = Arbitraries.of("MUGG", "100", "K", "KAJ-1", "KAJ-10", "mugg", "Å/1", "100-1");
        Arbitrary<String> suffixes = Arbitraries.of("", "-R", "-B", "R", "1", "-R-L", ".2", "/L");
        Arbitrary<String> names = Arbitraries.of("Mugg", "mugg", "T-shirt", "Kajak - Explorer", "", " - ", "Fat");
        Arbitrary<String> values = Arbitraries.of("", " - Röd", " – Blå", " - Röd - L", " - blå - S", "-Röd", " - ");
        return Combinators.combine(mains, suffixes, names, values)
                .as((main, suffix, name, value) -> article(main + suffix, name + value))
                .list()
                .uniqueElements(Named::sku)
                .ofMaxSize(30);
    }

    private static List<String> products(String... articles) {
        return written(Grouping.of(articles(articles), List.of(), List.of()));
    }

    private static List<String> accepted(String... articles) {
        return written(Grouping.of(articles(articles), List.of(MUGG), RED_AND_BLUE));
    }

    private static List<Named> articles(String... articles) {
        return Arrays.stream(articles)
                .map(article -> article.split(":", 2))
                .map(parts -> article(parts[0], parts[1].startsWith(" ") ? parts[1].substring(1) : parts[1]))
                .toList();
    }

    private static Named article(String articleNo, String name) {
        return new Named(Sku.key(articleNo), articleNo, name, "GW", null, Map.of(), null);
    }

    private static List<String> written(List<ArticleGroup> products) {
        return products.stream()
                .map(product -> "%s %s %s %s %s"
                        .formatted(
                                product.no(),
                                product.standing(),
                                product.name(),
                                product.types(),
                                product.members().stream()
                                        .map(GroupingTest::written)
                                        .collect(Collectors.joining(" "))))
                .toList();
    }

    private static String written(Member member) {
        return member.articleNo() + "=" + String.join("/", member.values());
    }
}
