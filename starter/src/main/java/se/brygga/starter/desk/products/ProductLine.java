package se.brygga.starter.desk.products;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.activities.products.specter.ProductRow;
import se.brygga.setup.products.ProductField;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/**
 * A variant of a shop in a list, or an article of Specter on its way to the shop.
 *
 * @param sku as the shop spells it; empty when the variant has none
 * @param name of its article; null when the product or article has none
 * @param cause null unless the variant waits
 * @param detail codes and phrases of {@link se.brygga.workflows.attention.CauseTexts#detail}
 * @param gone whether the master does not have it any more
 * @param nameCut whether the article's name is shorter than the shop's
 * @param since when the variant came to stand there
 */
record ProductLine(
        ShopRef shop,
        String sku,
        @Nullable String name,
        State state,
        @Nullable Cause cause,
        String detail,
        boolean gone,
        boolean nameCut,
        Instant since) {

    /** Where a variant stands. */
    enum State implements Word {
        PENDING,
        SETTLED,
        WAITING,
        LEFT
    }

    static ProductLine of(ShopRef shop, ProductRow row) {
        return new ProductLine(
                shop,
                row.seen().spelled(),
                row.seen().values().get(ProductField.NAME),
                Word.twin(State.class, row.standing().state()),
                row.standing().cause(),
                row.standing().detail().stored(),
                row.seen().traits().gone(),
                row.seen().traits().nameCut(),
                row.standing().since());
    }

    /** An article on its way to the shop. In a list nobody looks whether Specter has the article any more. */
    static ProductLine of(ShopRef shop, ShopLineBook.Line line) {
        return of(shop, line, false);
    }

    static ProductLine of(ShopRef shop, ShopLineBook.Line line, boolean gone) {
        return new ProductLine(
                shop,
                line.articleNo(),
                line.name(),
                Word.twin(State.class, line.state()),
                line.cause(),
                line.detail().stored(),
                gone,
                false,
                line.since());
    }
}
