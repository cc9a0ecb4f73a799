package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.XmlElement;
import se.brygga.clients.specter.wire.XmlElement.UnreadableValue;
import se.brygga.workflows.attention.Detail;

/** {@code articles} → {@code article} (reference section 7). */
final class ArticleReading extends FeedReading<ArticleChange> {

    private final AssumedParts assumed;

    ArticleReading(AssumedParts assumed) {
        this.assumed = assumed;
    }

    @Override
    public boolean isList(String element) {
        return element.equals("articles");
    }

    @Override
    public boolean isRow(String element) {
        return element.equals("article");
    }

    @Override
    void take(XmlElement row) {
        add(new ArticleChange(
                row.required("articleNo"),
                row.value("name"),
                row.decimal("priceExclVat"),
                row.decimal("standardOldPrice"),
                row.flag("showStandardOldPrice"),
                row.decimal("vatPercent"),
                row.value("articleType"),
                assumed.deleted(row),
                assumed.kitRows(row),
                master(row)));
    }

    /**
     * What the sync of products carries. A value of these that cannot be read is noted and left out, because stock and
     * prices of the article do not depend on it.
     */
    private ArticleChange.Master master(XmlElement row) {
        return new ArticleChange.Master(
                new ArticleChange.Goods(
                        ArticleField.BAR_CODE.of(row),
                        decimal(row, ArticleField.WEIGHT),
                        decimal(row, ArticleField.BUY_PRICE),
                        ArticleField.UNIT.of(row),
                        ArticleField.SUPPLIER.of(row)),
                new ArticleChange.Texts(
                        ArticleField.SHORT_TEXT.htmlOf(row),
                        ArticleField.LONG_TEXT.htmlOf(row),
                        ArticleField.GROUP.of(row)),
                assumed.assumed(row, (name, why) -> notePart(row, id(row), Detail.value(name), why)));
    }

    private @Nullable BigDecimal decimal(XmlElement row, ArticleField field) {
        try {
            return field.decimalOf(row);
        } catch (UnreadableValue why) {
            noteField(row, why);
            return null;
        }
    }

    @Override
    @Nullable
    String id(XmlElement row) {
        return row.value("articleNo");
    }
}
