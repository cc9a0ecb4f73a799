package se.brygga.clients.specter.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.XmlElement;
import se.brygga.clients.specter.wire.XmlElement.UnreadableValue;

/**
 * The parts of an answer that exist only in the shapes that we invented (reference section 11). The gap adapter is the
 * only implementation. It finds nothing when the set-up does not allow these shapes.
 */
public interface AssumedParts {

    /** Whether an {@code article} of the article feed is deleted in Specter. */
    boolean deleted(XmlElement article);

    /**
     * The parts of a kit.
     *
     * @throws UnreadableValue a row lacks its article or quantity; the kit would be another without that row
     */
    List<ArticleChange.KitRow> kitRows(XmlElement article);

    /**
     * What the sync of products needs of an {@code article}.
     *
     * @param unreadable is told of each picture and variant value that cannot be read and is left out
     */
    ArticleChange.Assumed assumed(XmlElement article, Unreadable unreadable);

    /**
     * The invoices of an order.
     *
     * @param unreadable is told of each invoice that cannot be read and is left out
     */
    List<OrderChange.Invoice> invoices(XmlElement order, Unreadable unreadable);

    /** Whether this element holds the price lists. */
    boolean isPriceLists(String element);

    /** Whether this element is one price list. */
    boolean isPriceList(String element);

    /** Specter's name of the list, for notes about it; null when it has none. */
    @Nullable
    String priceListId(XmlElement list);

    /**
     * One price list with its changed rows.
     *
     * @param unreadable is told of each price that cannot be read and is left out
     * @throws UnreadableValue the element does not say which list it is
     */
    PriceListChange priceList(XmlElement list, Unreadable unreadable);

    /** Notes what was left out. */
    @FunctionalInterface
    interface Unreadable {

        /** @param name of the part: an invoice's or an article's number; {@code ?} when it has none */
        void note(String name, UnreadableValue why);
    }
}
