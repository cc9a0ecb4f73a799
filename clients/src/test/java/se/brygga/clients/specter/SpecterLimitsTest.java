package se.brygga.clients.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecterLimitsTest {

    @Test
    void findsNothingWrongWithGoodOnes() {
        assertThat(SpecterLimits.violations(Given.person("Åsa", "Öberg")).all()).isEmpty();
        assertThat(SpecterLimits.violations(Given.company("Nordkajak AB")).all())
                .isEmpty();
        assertThat(SpecterLimits.violations(Given.order()).all()).isEmpty();
        assertThat(SpecterLimits.violations(new SpecterArticle("FRAKT", "Frakt", new BigDecimal("47.2"), 25))
                        .all())
                .isEmpty();
    }

    @Test
    void namesParameterAndLengthButNotTheValue() {
        assertThat(SpecterLimits.violations(Given.person("Å".repeat(51), "Öberg"))
                        .all())
                .containsExactly("firstName: 51 characters, at most 50");
    }

    @Test
    void countsLengthAsItIsSent() {
        assertThat(SpecterLimits.violations(Given.company("€".repeat(34))).all())
                .containsExactly("name: 102 characters, at most 100");
    }

    @Test
    void wantsAName() {
        assertThat(SpecterLimits.violations(Given.person(" ", null)).all()).containsExactly("surName: missing");
        assertThat(SpecterLimits.violations(Given.company("")).all()).containsExactly("name: missing");
    }

    @Test
    void isContentWithHalfAPersonsName() {
        assertThat(SpecterLimits.violations(Given.person(null, "Cher")).all()).isEmpty();
    }

    @Test
    void findsAllThatIsWrongWithRows() {
        var rows = List.of(
                Given.row("ART 1", "1.000"),
                Given.row("ŘE-1", "1.000"),
                Given.row("", "1.000"),
                Given.row("ART-4", "1.0001"));

        assertThat(SpecterLimits.violations(Given.order(null, rows)).all())
                .containsExactlyInAnyOrder(
                        "articleNo_1: has a blank",
                        "articleNo_2: has characters that would not arrive as they are: \"Ř\"",
                        "articleNo_2: missing",
                        "articleNo_3: missing",
                        "priceExclVAT_4: has more than 3 decimals");
    }

    @Test
    void wantsRows() {
        assertThat(SpecterLimits.violations(Given.order(null, List.of())).all())
                .containsExactly("articleNo_1: missing");
    }

    @Test
    void cutsCommentsWithAMarkInsteadOfComplaining() {
        SpecterOrder order = Given.order("å".repeat(5000), List.of(Given.row("ART-001", "1.000")));

        assertThat(SpecterLimits.violations(order).all()).isEmpty();
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
    void tellsWhatIsTooLongFromWhatWouldNotArrive() {
        SpecterLimits.Violations found = SpecterLimits.violations(Given.person("Å".repeat(51), "Öberg"));
        assertThat(found.tooLong()).hasSize(1);
        assertThat(found.notAllowed()).isEmpty();

        SpecterLimits.Violations rows = SpecterLimits.violations(Given.order(null, List.of(Given.row("Ř", "1.0001"))));
        assertThat(rows.tooLong()).isEmpty();
        assertThat(rows.notAllowed()).contains("priceExclVAT_1: has more than 3 decimals");
    }

    @Test
    void saysOfAnArticleNumberWhatIsWrongWithItAndShowsIt() {
        assertThat(SpecterLimits.articleNoObjection("KAJ-001_a.2")).isEmpty();
        assertThat(SpecterLimits.articleNoObjection("S".repeat(60)))
                .hasValue("\"" + "S".repeat(60) + "\" has 60 characters, Specter takes 40");
        assertThat(SpecterLimits.articleNoObjection("A B/å\u0000"))
                .hasValue("\"A B/åU+0000\" has characters that Specter does not take: a blank, \"/\", \"å\", U+0000");
        assertThat(SpecterLimits.articleNoObjection("å".repeat(200)).orElseThrow())
                .startsWith("\"" + "å".repeat(80) + "…\" has 200 characters, Specter takes 40, and has characters");
    }

    @Test
    void limitsArticleNames() {
        assertThat(SpecterLimits.violations(new SpecterArticle("A", "x".repeat(141), BigDecimal.ONE, 25))
                        .all())
                .containsExactly("name_1: 141 characters, at most 140");
    }
}
