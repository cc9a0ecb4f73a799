package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.XmlElement;

/**
 * The fields of an article whose names in an answer nobody knows for sure (reference section 7, O30). The first name
 * that has a value counts. Specter's real names go here.
 */
enum ArticleField {
    BAR_CODE("barCode", "ean"),
    WEIGHT("productWeight", "weight"),
    BUY_PRICE("buyPrice"),
    UNIT("unit", "unitName"),
    SUPPLIER("supplierName", "supplier", "manufacturerName", "manufacturer"),
    SHORT_TEXT("shortText", "webShopShortText", "webShortText", "shortDescription"),
    LONG_TEXT("longText", "webShopLongText", "webLongText", "longDescription", "description"),
    GROUP("articleGroup", "articleGroupName", "group", "groupName");

    private final List<String> names;

    ArticleField(String... names) {
        this.names = List.of(names);
    }

    /** The value as the answer has it; null when it is not told. */
    @Nullable
    String of(XmlElement article) {
        return names.stream()
                .map(article::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The number; null when it is not told.
     *
     * @throws XmlElement.UnreadableValue the value is no number
     */
    @Nullable
    BigDecimal decimalOf(XmlElement article) {
        String told = names.stream()
                .filter(name -> article.value(name) != null)
                .findFirst()
                .orElse(names.getFirst());
        return article.decimal(told);
    }
}
