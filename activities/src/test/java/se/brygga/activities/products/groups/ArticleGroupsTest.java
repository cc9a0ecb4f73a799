package se.brygga.activities.products.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.products.groups.ArticleGroup.Standing;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.master.ArticleNewsBook.News;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.ArticleChange.Assumed;
import se.brygga.clients.specter.feed.ArticleChange.Master;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.refusal.RequestRefused;

/** What a person decides about groups of articles, and that it is remembered. */
class ArticleGroupsTest {

    private final MovableTime time = new MovableTime("2026-11-24T08:00:00Z");
    private final Books books = new Books(time);
    private final ArticleMasters masters = new ArticleMasters(books.database);
    private final ArticleGroups groups = new ArticleGroups(books.database, masters);

    @BeforeEach
    void begun() {
        new InitialBook(books.database).begun(SHOP, Direction.TO_SHOP);
    }

    @Test
    void aConfirmedGroupIsRememberedWithItsTypes() {
        told(article("M-R", "Mugg - Röd"), article("M-B", "Mugg - Blå"));
        assertThat(group("M").standing()).isEqualTo(Standing.PROPOSED);

        accept("M", "Kulör");

        assertThat(group("M").standing()).isEqualTo(Standing.ACCEPTED);
        assertThat(group("M").types()).containsExactly("Kulör");
        told(article("M-G", "Mugg - Grön"));
        assertThat(group("M").members()).hasSize(3);
    }

    @Test
    void aDecisionMarksItsArticlesForTheShop() {
        told(article("M-R", "Mugg - Röd"), article("M-B", "Mugg - Blå"), article("FAT", "Fat"));
        looked();

        accept("M");

        assertThat(news()).contains("M-R", "M-B").doesNotContain("FAT");
    }

    @Test
    void anArticleThatIsTakenOutStaysOut() {
        told(article("M-R", "Mugg - Röd"), article("M-B", "Mugg - Blå"), article("M-G", "Mugg - Grön"));
        accept("M");

        split("M", "m-g");

        assertThat(group("M").skus()).containsExactly("M-B", "M-R");
        assertThat(group("M-G").standing()).isEqualTo(Standing.ALONE);
        split("M");
        assertThat(groups.of(SHOP)).extracting(ArticleGroup::standing).containsOnly(Standing.ALONE);
    }

    @Test
    void articlesWithoutACommonBeginningOfTheirNumbersAreMergedByTheirNames() {
        told(article("R1", "Mugg - Röd"), article("17", "Mugg - Blå"), article("FAT", "Fat"));

        merge("R1", "17");

        assertThat(group("R1").name()).isEqualTo("Mugg");
        assertThat(group("R1").types()).containsExactly("Färg");
        assertThat(group("R1").skus()).containsExactly("17", "R1");
        assertRefused(() -> merge("R1", "FAT")).withMessageContaining("Main - Value");
        assertRefused(() -> merge("R1"));
    }

    @Test
    void groupsAreMergedToOneWithMoreValues() {
        told(
                article("A-L", "Mugg - Röd - L"),
                article("A-S", "Mugg - Röd - S"),
                article("B-L", "Mugg - Blå - L"),
                article("B-S", "Mugg - Blå - S"));
        assertThat(groups.of(SHOP)).extracting(ArticleGroup::no).containsExactly("A", "B");

        merge("A", "B");

        assertThat(group("A").types()).containsExactly("Färg", "Storlek");
        assertThat(groups.of(SHOP)).hasSize(1);
    }

    @Test
    void twoArticlesWithTheSameValuesAreNoProduct() {
        told(article("M-R", "Mugg - Röd"), article("M-R2", "Mugg - röd"), article("M-B", "Mugg - Blå"));

        assertRefused(() -> accept("M")).withMessageContaining("M-R, M-R2");

        split("M", "M-R2");
        accept("M");
        assertThat(group("M").skus()).containsExactly("M-B", "M-R");
    }

    @Test
    void typesAreNamedOnceForEachValue() {
        told(article("M-R", "Mugg - Röd"), article("M-B", "Mugg - Blå"));

        assertRefused(() -> accept("M", "Färg", "Storlek"));
        assertRefused(() -> accept("M", " "));
        assertThat(group("M").standing()).isEqualTo(Standing.PROPOSED);
    }

    @Test
    void whatSpecterTellsIsChangedInSpecter() {
        told(article("M-R", "Mugg - Röd")
                .with(new Master(
                        Master.UNKNOWN.goods(),
                        Master.UNKNOWN.texts(),
                        new Assumed(null, null, "M", Map.of("Färg", "Röd"), List.of()))));

        assertRefused(() -> accept("M"));
        assertRefused(() -> split("M"));
        assertRefused(() -> split("M", "X"));
    }

    @Test
    void aSingleArticleIsNotConfirmedAndAnotherGroupsArticleIsNotTakenOut() {
        told(article("M-R", "Mugg - Röd"), article("M-B", "Mugg - Blå"), article("FAT", "Fat"));

        assertRefused(() -> accept("FAT"));
        assertRefused(() -> split("M", "FAT"));
    }

    @Test
    void anArticleWithANewNumberStaysInItsGroup() {
        told(identified("M-R", "Mugg - Röd", "1"), identified("M-B", "Mugg - Blå", "2"));
        accept("M");

        told(identified("M-B", "Mugg - Röd", "1"), identified("M-R", "Mugg - Blå", "2"));
        told(identified("X9", "Mugg - Röd", "1"));

        assertThat(group("M").skus()).containsExactly("M-R", "X9");
    }

    private void told(ArticleChange... rows) {
        books.transactions.executeWithoutResult(tx -> masters.sink(List.of(groups), shop -> {})
                .take(SampleSetup.withProductsFromSpecter(), List.of(rows), time.instant()));
    }

    private ArticleGroup group(String no) {
        return groups.of(SHOP).stream()
                .filter(group -> group.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private void accept(String no, String... types) {
        books.transactions.executeWithoutResult(tx -> groups.accept(SHOP, group(no), List.of(types), "eva"));
    }

    private void split(String no, String... articles) {
        books.transactions.executeWithoutResult(tx -> groups.split(SHOP, group(no), List.of(articles)));
    }

    private void merge(String... nos) {
        books.transactions.executeWithoutResult(
                tx -> groups.merge(SHOP, Arrays.stream(nos).map(this::group).toList(), List.of(), "eva"));
    }

    private static ThrowableAssertAlternative<RequestRefused> assertRefused(Runnable decision) {
        return assertThatExceptionOfType(RequestRefused.class).isThrownBy(decision::run);
    }

    private List<String> news() {
        return masters.news().open(SHOP, 100).stream().map(News::sku).toList();
    }

    private void looked() {
        masters.news().done(SHOP, masters.news().open(SHOP, 100));
    }

    private static ArticleChange article(String articleNo, String name) {
        return new ArticleChange(articleNo, name, null, null, false, BigDecimal.valueOf(25), "GW", false, List.of());
    }

    private static ArticleChange identified(String articleNo, String name, String id) {
        return article(articleNo, name)
                .with(new Master(
                        Master.UNKNOWN.goods(),
                        Master.UNKNOWN.texts(),
                        new Assumed(id, null, null, Map.of(), List.of())));
    }
}
