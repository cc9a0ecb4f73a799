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
