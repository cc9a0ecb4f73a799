package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.brygga.activities.articles.ArticleBook.Withheld;
import se.brygga.workflows.attention.Cause;

/** However an order comes to have an article made, and whenever Specter tells of it: no shop gets what nobody in Specter has said. */
class ArticlesMadeByOrdersTest extends MadeArticleScene {

    /** What has become of the article before the order. */
    enum Before {
        NEVER_THERE,
        DELETION_TOLD,
        DELETED_SILENTLY,
        RENUMBERED_AWAY,
        DELETED_SILENTLY_AND_ORDERED_IN_ANOTHER_CASE,
        MADE_BY_AN_ORDER_AND_DELETED
    }

    /** When and in which order Specter's journals are read. */
    enum Journals {
        ON_THE_ANSWERS_WAY_STOCK_FIRST,
        ON_THE_ANSWERS_WAY_ARTICLES_FIRST,
        AFTER_THE_ANSWER_STOCK_FIRST,
        AFTER_THE_ANSWER_ARTICLES_FIRST
    }

    static Stream<Arguments> beforeAndJournals() {
        return Stream.of(Before.values())
                .flatMap(before -> Stream.of(Journals.values()).map(journals -> Arguments.of(before, journals)));
    }

    @ParameterizedTest
    @MethodSource("beforeAndJournals")
    void whatAnOrderHadMadeChangesNothingInAnyShopUntilSomebodyHasTouchedIt(Before before, Journals journals) {
        happened(before);
        List<String> writes = List.copyOf(shelf.writes);

        making(before == Before.DELETED_SILENTLY_AND_ORDERED_IN_ANOTHER_CASE ? "a" : "A");
        if (journals.name().startsWith("ON")) {
            tellOfTheNewOne(journals);
            answered();
        } else {
            answered();
            tellOfTheNewOne(journals);
        }
        specter("A", -2);
        push();
        compare();
        push();

        assertThat(shelf.writes).isEqualTo(writes);
        assertThat(basePrice()).isNull();
        assertThat(withheld()).isEqualTo(Withheld.MADE_BY_ORDER);
        assertThat(named(Cause.ARTICLE_MADE_BY_ORDER)).isEqualToIgnoringCase("A");

        specter("A", 5);
        push();
        assertThat(shelf.writes.getLast()).startsWith("A=5");
        assertThat(notices()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatStaffSetIsCarriedHoweverTheArticleHasComeToBe(Before before) {
        happened(before);
        making("A");
        answered();
        tellOfTheNewOne(Journals.AFTER_THE_ANSWER_ARTICLES_FIRST);

        journal(article("A", "Paddelset", new BigDecimal("159.20"), "GW", false));

        assertThat(basePrice()).isEqualByComparingTo("159.20");
        assertThat(withheld()).isNull();
        assertThat(notices()).isEmpty();
    }

    private void happened(Before before) {
        switch (before) {
            case NEVER_THERE -> shelf.put("A", 33);
            case DELETION_TOLD -> {
                firstLife();
                journal(DELETED);
                push();
            }
            case DELETED_SILENTLY, DELETED_SILENTLY_AND_ORDERED_IN_ANOTHER_CASE -> {
                firstLife();
                refused("A");
            }
            case RENUMBERED_AWAY -> {
                firstLife();
                journal(article("B", "Paddel", BigDecimal.TEN, "GW", false));
                specter("B", 12);
                refused("A");
            }
            case MADE_BY_AN_ORDER_AND_DELETED -> {
                shelf.put("A", 33);
                madeByOrder("A");
                journal(NEW);
                journal(DELETED);
            }
        }
        assertThat(books.articles.missing(TENANT, List.of("A"))).containsExactly("A");
    }

    private void tellOfTheNewOne(Journals journals) {
        if (journals.name().endsWith("STOCK_FIRST")) {
            specter("A", 0);
            journal(NEW);
        } else {
            journal(NEW);
            specter("A", 0);
        }
    }
}
