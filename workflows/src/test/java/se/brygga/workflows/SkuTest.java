package se.brygga.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTest {

    @ParameterizedTest
    @ValueSource(strings = {"KAJ-020", "kaj-020", "Kaj-020", " kaj-020", "KAJ-020 ", "\u00a0KAJ-020\u202f\t"})
    void isTheSameInEveryCaseAndWithBlanksAtItsEnds(String spelled) {
        assertThat(Sku.key(spelled)).isEqualTo("KAJ-020");
        assertThat(Sku.same(spelled, "kaj-020")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KAJ-02", "KAJ020", "KAJ_020", "KAJ- 020", "KAJ-0200"})
    void isAnotherOneWithOtherCharacters(String spelled) {
        assertThat(Sku.same(spelled, "KAJ-020")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KAJ 020", "KAJ/020", "KAJÅ-020", "x123456789x123456789x123456789x123456789x"})
    void isNotInAnyShopWhenNoShopCanHoldIt(String spelled) {
        assertThat(Sku.canBeInShop(spelled)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "kaj-020", "KAJ_0.20", "x123456789x123456789x123456789x123456789"})
    void mayBeInAShop(String spelled) {
        assertThat(Sku.canBeInShop(spelled)).isTrue();
    }

    @Test
    void keepsTheSpellingOfWhatIsOnlyTrimmed() {
        assertThat(Sku.trimmed(" Kaj-020\u00a0")).isEqualTo("Kaj-020");
    }
}
