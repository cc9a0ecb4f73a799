package se.brygga.setup.products;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.order.SpecterArticle;

/** An article while the register's fields fill it in. */
final class ArticleForm {

    @Nullable
    String name;

    @Nullable
    Integer vatPercent;

    @Nullable
    BigDecimal price;

    @Nullable
    String barCode;

    @Nullable
    BigDecimal weight;

    @Nullable
    BigDecimal buyPrice;

    @Nullable
    String supplier;

    @Nullable
    BigDecimal stock;

    @Nullable
    String mainArticleNo;

    Map<String, String> variantValues = Map.of();

    /** The article under this number. */
    SpecterArticle article(String articleNo) {
        return new SpecterArticle(
                articleNo,
                name,
                price,
                vatPercent,
                new SpecterArticle.Goods(barCode, weight, buyPrice, supplier, stock),
                new SpecterArticle.Assumed(mainArticleNo, variantValues, null));
    }
}
