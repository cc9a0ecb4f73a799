package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.products.specter.PaperSpecter.Call;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterArticle.Existing;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;

/** Nobody knows whether an overwriting row empties what it leaves out (O22). An article loses nothing either way. */
@Timeout(120)
class ForcedRowsTest {

    private final ProductScene scene = new ProductScene();
    private final PaperShop shop = scene.shop;
    private final PaperSpecter specter = scene.specter;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChangedNameCostsNoOtherValue(boolean resets) {
        specter.resets = resets;
        off(ProductField.BARCODE);
        specter.articles.put("MUGG", mug());
        scene.told(toldMug());
        shop.put(1, "Mugg", "MUGG");
        scene.look();
        shop.put(1, "Mugg stor", "MUGG");
        scene.heardOf(1);

        scene.look();

        SpecterArticle now = specter.article("MUGG");
        assertThat(now.name()).isEqualTo("Mugg stor");
        assertThat(now.priceExclVat()).isEqualByComparingTo("99");
        assertThat(now.goods().barCode()).isEqualTo("123");
        assertThat(now.goods().weight()).isEqualByComparingTo("0.35");
        assertThat(now.vatPercent()).isEqualTo(25);
    }

    @Test
    void anArticleOfWhichSpecterHasToldIsChangedInOneCall() {
        specter.articles.put("MUGG", mug());
        scene.told(toldMug());
        shop.put(1, "Mugg", "MUGG");

        scene.look();

        assertThat(specter.calls).containsExactly(new Call(Existing.OVERWRITE, List.of("MUGG")));
        assertThat(scene.row("MUGG").standing().state()).isEqualTo(State.SETTLED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anArticleThatSpecterLacksIsCreatedInOneCallAndKeepsItsPrice(boolean resets) {
        specter.resets = resets;
        scene.toldAll();
        shop.put(1, "Mugg", "MUGG");

        scene.look();

        assertThat(specter.calls).containsExactly(new Call(Existing.LEAVE, List.of("MUGG")));
        assertThat(specter.article("MUGG").priceExclVat()).isEqualByComparingTo("79.20");
        assertThat(scene.row("MUGG").standing().state()).isEqualTo(State.SETTLED);
    }

    /** To say the price again might end the sale. */
    @Test
    void thePriceOfAnArticleOnSaleIsNotSaid() {
        specter.articles.put("MUGG", mug());
        scene.told(new ArticleChange(
                "MUGG", "Mugg", new BigDecimal("49"), new BigDecimal("99"), true, null, "GW", false, List.of()));
        shop.put(1, "Mugg stor", "MUGG");

        scene.look();

        assertThat(specter.article("MUGG").name()).isEqualTo("Mugg stor");
        assertThat(specter.article("MUGG").priceExclVat()).isEqualByComparingTo("99");
    }

    private static SpecterArticle mug() {
        return new SpecterArticle(
                "MUGG",
                "Kaffemugg",
                new BigDecimal("99"),
                25,
                new SpecterArticle.Goods("123", null, null, null, null),
                SpecterArticle.Assumed.NOTHING);
    }

    private static ArticleChange toldMug() {
        ArticleChange bare = new ArticleChange(
                "MUGG", "Kaffemugg", new BigDecimal("99"), null, false, new BigDecimal(25), "GW", false, List.of());
        ArticleChange.Master master = bare.master();
        return bare.with(new ArticleChange.Master(
                new ArticleChange.Goods("123", null, null, null, null), master.texts(), master.assumed()));
    }

    private void off(ProductField field) {
        Map<ProductField, Mode> fields = new EnumMap<>(scene.setup.fields());
        fields.put(field, Mode.OFF);
        scene.setup = new ProductSetup(
                fields,
                scene.setup.name(),
                scene.setup.removed(),
                scene.setup.removedMark(),
                false,
                scene.setup.sweepAt());
    }
}
