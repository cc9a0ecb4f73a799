package se.brygga.activities.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecterLimitsTest {

    @Test
    void findsNothingWrongWithGoodOnes() {
        assertThat(SpecterLimits.violations(Given.person("Åsa", "Öberg"))).isEmpty();
        assertThat(SpecterLimits.violations(Given.company("Nordkajak AB"))).isEmpty();
        assertThat(SpecterLimits.violations(Given.order())).isEmpty();
        assertThat(SpecterLimits.violations(new SpecterArticle("FRAKT", "Frakt", new BigDecimal("47.2"), 25)))
                .isEmpty();
    }

    @Test
    void namesParameterAndLengthButNotTheValue() {
        assertThat(SpecterLimits.violations(Given.person("Å".repeat(51), "Öberg")))
                .containsExactly("firstName: 51 characters, at most 50");
    }

    @Test
    void countsLengthAsItIsSent() {
        assertThat(SpecterLimits.violations(Given.company("€".repeat(34))))
                .containsExactly("name: 102 characters, at most 100");
    }

    @Test
    void wantsAName() {
        assertThat(SpecterLimits.violations(Given.person(" ", null))).containsExactly("surName: missing");
        assertThat(SpecterLimits.violations(Given.company(""))).containsExactly("name: missing");
    }

    @Test
    void isContentWithHalfAPersonsName() {
        assertThat(SpecterLimits.violations(Given.person(null, "Cher"))).isEmpty();
    }

    @Test
    void findsAllThatIsWrongWithRows() {
        var rows = List.of(
                Given.row("ART 1", "1.000"),
                Given.row("ŘE-1", "1.000"),
                Given.row("", "1.000"),
                Given.row("ART-4", "1.0001"));

        assertThat(SpecterLimits.violations(Given.order(null, rows)))
                .containsExactlyInAnyOrder(
                        "articleNo_1: has a space",
                        "articleNo_2: has characters that would not arrive as they are",
                        "articleNo_2: missing",
                        "articleNo_3: missing",
                        "priceExclVAT_4: has more than 3 decimals");
    }

    @Test
    void wantsRows() {
        assertThat(SpecterLimits.violations(Given.order(null, List.of()))).containsExactly("articleNo_1: missing");
    }

    @Test
    void cutsCommentsWithAMarkInsteadOfComplaining() {
        SpecterOrder order = Given.order("å".repeat(5000), List.of(Given.row("ART-001", "1.000")));

        assertThat(SpecterLimits.violations(order)).isEmpty();
        assertThat(SpecterForms.order(order, 42).values().get("publishedComment"))
                .isNotNull()
                .satisfies(text -> assertThat(text.value()).hasSize(4000).endsWith("å [...]"));
    }

    @Test
    void keepsAsMuchOfAnArticlesNameAsFits() {
        assertThat(SpecterLimits.articleName("Mugg 🛶")).isEqualTo("Mugg 🛶");
        assertThat(SpecterLimits.articleName("å".repeat(255))).isEqualTo("å".repeat(140));
        assertThat(SpecterLimits.articleName("€".repeat(60))).hasSize(140).startsWith("EUREUR");
        assertThat(SpecterLimits.articleName("x".repeat(139) + " y")).isEqualTo("x".repeat(139));
    }

    @Test
    void limitsArticleNames() {
        assertThat(SpecterLimits.violations(new SpecterArticle("A", "x".repeat(141), BigDecimal.ONE, 25)))
                .containsExactly("name_1: 141 characters, at most 140");
    }
}
