package se.brygga.clients.specter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.order.SpecterArticle.Assumed;
import se.brygga.clients.specter.order.SpecterArticle.Goods;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Phrase;

class SpecterLimitsTest {

    private static final CauseTexts ENGLISH = CauseTexts.in(Locale.ENGLISH);

    @Test
    void findsNothingWrongWithGoodOnes() {
        assertThat(SpecterLimits.violations(Given.person("Åsa", "Öberg")).all()).isEmpty();
        assertThat(SpecterLimits.violations(Given.company("Nordkajak AB")).all())
                .isEmpty();
        assertThat(SpecterLimits.violations(Given.order()).all()).isEmpty();
        assertThat(SpecterLimits.objections(new SpecterArticle("FRAKT", "Frakt", new BigDecimal("47.2"), 25)))
                .isEmpty();
    }

    @Test
    void namesParameterAndLengthButNotTheValue() {
        assertThat(english(SpecterLimits.violations(Given.person("Å".repeat(51), "Öberg"))))
                .containsExactly("The customer's first name has 51 characters, and Specter takes 50 at most.");
    }

    @Test
    void countsLengthAsItIsSent() {
        assertThat(english(SpecterLimits.violations(Given.company("€".repeat(34)))))
                .containsExactly("The company's name has 102 characters, and Specter takes 100 at most.");
    }

    @Test
    void wantsAName() {
        assertThat(english(SpecterLimits.violations(Given.person(" ", null))))
                .containsExactly("The customer's last name is missing.");
        assertThat(english(SpecterLimits.violations(Given.company(""))))
                .containsExactly("The company's name is missing.");
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

        assertThat(english(SpecterLimits.violations(Given.order(null, rows))))
                .containsExactlyInAnyOrder(
                        "The article number of row 1 has characters that would not arrive as they are: a blank.",
                        "The article number of row 2 has characters that would not arrive as they are: \"Ř\".",
                        "The article number of row 2 is missing.",
                        "The article number of row 3 is missing.",
                        "The price of row 4 has more than 3 decimals.");
    }

    @Test
    void wantsRows() {
        assertThat(english(SpecterLimits.violations(Given.order(null, List.of()))))
                .containsExactly("The article number of row 1 is missing.");
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
        assertThat(english(rows)).contains("The price of row 1 has more than 3 decimals.");
    }

    @Test
    void saysOfAnArticleNumberWhatIsWrongWithItAndShowsIt() {
        assertThat(objection("KAJ-001_a.2")).isEmpty();
        assertThat(objection("S".repeat(60)))
                .isEqualTo(
                        "Row 3: the SKU \"" + "S".repeat(60) + "\" has 60 characters, and Specter takes 40 at most.");
        assertThat(objection("A B/å\u0000"))
                .isEqualTo("Row 3: the SKU \"A B/åU+0000\" has characters that Specter does not take: "
                        + "a blank, \"/\", \"å\", U+0000.");
        assertThat(objection("å".repeat(200)))
                .startsWith(
                        "Row 3: the SKU \"" + "å".repeat(80) + "…\" has 200 characters, and Specter takes 40 at most. ")
                .contains("has characters that Specter does not take");
    }

    private static String objection(String articleNo) {
        return ENGLISH.detail(SpecterLimits.articleNoObjection(Phrase.ROW.with(3), articleNo));
    }

    private static List<String> english(SpecterLimits.Violations found) {
        return found.all().stream().map(ENGLISH::detail).toList();
    }

    @Test
    void hasNoObjectionToAnArticleThatSpecterCanHold() {
        assertThat(SpecterLimits.objections(new SpecterArticle(
                        "KAJ-001_a.2",
                        "Kåsa “Jiří” – 5 € ½",
                        new BigDecimal("79.205"),
                        0,
                        new Goods("7350000000017", new BigDecimal("0.3501"), BigDecimal.ZERO, "Łódź", BigDecimal.ONE),
                        new Assumed("KAJ", Map.of("Färg", "Röd"), "KAJ-2"))))
                .isEmpty();
        assertThat(SpecterLimits.objections(new SpecterArticle("A", null, null, null)))
                .isEmpty();
    }

    @Test
    void namesEachFieldOfAnArticleThatSpecterCannotHold() {
        BigDecimal below = new BigDecimal("-0.01");
        var article = new SpecterArticle(
                "A B/å" + "x".repeat(40),
                "Кружка 🛶",
                below,
                101,
                new Goods("茶", below, below, "x".repeat(101), below),
                new Assumed("", Map.of("Färg=", "Röd;🛶"), "Ö"));

        assertThat(SpecterLimits.objections(article).stream().map(ENGLISH::detail))
                .containsExactly(
                        "The article number has 45 characters, and Specter takes 40 at most.",
                        "The article number has characters that Specter does not take: a blank, \"/\", \"å\".",
                        "The article's name has characters that would not arrive as they are: "
                                + "\"К\", \"р\", \"у\", \"ж\", \"к\", \"а\", \"🛶\".",
                        "The price is below zero.",
                        "The VAT rate is not between 0 and 100.",
                        "The barcode has characters that would not arrive as they are: \"茶\".",
                        "The supplier's name has 101 characters, and Specter takes 100 at most.",
                        "The weight is below zero.",
                        "The purchase price is below zero.",
                        "The opening stock is below zero.",
                        "The main article's number is missing.",
                        "The new article number has characters that Specter does not take: \"Ö\".",
                        "The variant type Färg= has characters that Specter does not take: \"=\".",
                        "The value of Färg= has characters that would not arrive as they are: \"🛶\".",
                        "The value of Färg= has characters that Specter does not take: \";\".");
    }
}
