package se.brygga.activities.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetupDifferenceTest {

    private static final String BEFORE = """
            tenant: nordkajak
            shops:
              - shop: kajak-se
                orders:
                  as: order
              - shop: kajak-no
                orders:
                  as: order
            """;

    @Test
    void comparesLargeFilesWithoutATableOfAllTheirLines() {
        String many = "a\n".repeat(100_000);

        assertThat(SetupDifference.between(many + "b\n", many + "c\n")).containsExactly("- b", "+ c");
        assertThat(SetupDifference.between("b\n" + many, "c\n" + many)).hasSize(200_002);
    }

    @Test
    void theSameFileHasNoDifference() {
        assertThat(SetupDifference.between(BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void aChangedLineIsShownAsItWasAndAsItIs() {
        assertThat(SetupDifference.between(BEFORE, BEFORE.replaceFirst("as: order", "as: invoice")))
                .containsExactly("-       as: order", "+       as: invoice");
    }

    @Test
    void aNewShopShowsItsLinesOnly() {
        assertThat(SetupDifference.between(BEFORE, BEFORE + "  - shop: kajak-dk\n"))
                .containsExactly("+   - shop: kajak-dk");
    }

    @Test
    void aFirstFileIsAllNew() {
        assertThat(SetupDifference.between("", "tenant: a\n")).containsExactly("+ tenant: a");
    }
}
