package se.brygga.clients.specter.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.Latin1;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** Collects what Specter cannot hold of one article. */
final class ArticleObjections {

    /** They separate variant values in the assumed shape (reference section 11). */
    private static final String SEPARATORS = ";=";

    private final List<Detail> found = new ArrayList<>();

    private ArticleObjections() {}

    static List<Detail> of(SpecterArticle article) {
        ArticleObjections objections = new ArticleObjections();
        objections.number(Phrase.FIELD_ARTICLE_NO.with(), article.articleNo());
        objections.name(article.name());
        objections.notBelowZero(Phrase.FIELD_PRICE, article.priceExclVat());
        objections.vat(article.vatPercent());
        objections.goods(article.goods());
        objections.assumed(article.assumed());
        return List.copyOf(objections.found);
    }

    private void number(Detail field, @Nullable String articleNo) {
        if (articleNo == null) {
            return;
        }
        if (articleNo.isEmpty()) {
            found.add(Phrase.FIELD_MISSING.with(field));
        }
        int length = articleNo.codePointCount(0, articleNo.length());
        if (length > SpecterLimits.LONGEST_ARTICLE_NO) {
            found.add(Phrase.FIELD_TOO_LONG.with(field, length, SpecterLimits.LONGEST_ARTICLE_NO));
        }
        notTaken(field, SpecterLimits.oddInArticleNo(articleNo));
    }

    private void name(@Nullable String name) {
        text(Phrase.FIELD_ARTICLE_NAME.with(), name, SpecterLimits.ARTICLE_NAME);
        if (name != null && Latin1.line(name).isEmpty()) {
            found.add(Phrase.FIELD_MISSING.with(Phrase.FIELD_ARTICLE_NAME));
        }
    }

    private void vat(@Nullable Integer vat) {
        if (vat != null && (vat < 0 || vat > 100)) {
            found.add(Phrase.FIELD_NOT_BETWEEN.with(Phrase.FIELD_VAT_RATE, 0, 100));
        }
    }

    private void goods(SpecterArticle.Goods goods) {
        text(Phrase.FIELD_BARCODE.with(), goods.barCode(), SpecterLimits.BARCODE);
        text(Phrase.FIELD_SUPPLIER.with(), goods.supplierName(), SpecterLimits.SUPPLIER_NAME);
        notBelowZero(Phrase.FIELD_WEIGHT, goods.weight());
        notBelowZero(Phrase.FIELD_BUY_PRICE, goods.buyPrice());
        notBelowZero(Phrase.FIELD_OPENING_STOCK, goods.openingStock());
    }

    private void assumed(SpecterArticle.Assumed assumed) {
        number(Phrase.FIELD_MAIN_ARTICLE_NO.with(), assumed.mainArticleNo());
        number(Phrase.FIELD_NEW_ARTICLE_NO.with(), assumed.newArticleNo());
        assumed.variantValues().forEach((type, value) -> {
            variantText(Phrase.FIELD_VARIANT_TYPE.with(SpecterLimits.shown(type)), type);
            variantText(Phrase.FIELD_VARIANT_VALUE.with(SpecterLimits.shown(type)), value);
        });
    }

    private void variantText(Detail field, String text) {
        text(field, text, SpecterLimits.ARTICLE_NAME);
        notTaken(field, SpecterLimits.characters(text.codePoints().filter(c -> SEPARATORS.indexOf(c) >= 0)));
        if (Latin1.line(text).isEmpty()) {
            found.add(Phrase.FIELD_MISSING.with(field));
        }
    }

    /** A text that the alphabet of Specter has, at least in other letters, and that is not too long as it is sent. */
    private void text(Detail field, @Nullable String text, int max) {
        if (text == null) {
            return;
        }
        Detail lost = SpecterLimits.characters(Latin1.lost(text));
        if (!lost.isNone()) {
            found.add(Phrase.FIELD_CHARACTERS.with(field, lost));
        }
        int length = Latin1.line(text).length();
        if (length > max) {
            found.add(Phrase.FIELD_TOO_LONG.with(field, length, max));
        }
    }

    private void notTaken(Detail field, Detail odd) {
        if (!odd.isNone()) {
            found.add(Phrase.FIELD_NOT_TAKEN.with(field, odd));
        }
    }

    private void notBelowZero(Phrase field, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() < 0) {
            found.add(Phrase.FIELD_BELOW_ZERO.with(field));
        }
    }
}
