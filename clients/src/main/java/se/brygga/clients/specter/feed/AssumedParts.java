package se.brygga.clients.specter.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.XmlElement;
import se.brygga.clients.specter.wire.XmlElement.UnreadableValue;

/**
 * What the answers hold only in our invented shapes (reference section 11). Its only implementation is the gap adapter,
 * which finds nothing when the set-up does not allow these shapes.
 */
public interface AssumedParts {

    /** Whether an {@code article} of the article feed says that it is gone. */
    boolean deleted(XmlElement article);

    /** @throws UnreadableValue one of the rows lacks its article or quantity: without it the kit would be another */
    List<ArticleChange.KitRow> kitRows(XmlElement article);

    /** @param unreadable is told of each invoice that cannot be read and is left out */
    List<OrderChange.Invoice> invoices(XmlElement order, Unreadable unreadable);

    /** Whether this element holds the price lists. */
    boolean isPriceLists(String element);

    /** Whether this element is one price list. */
    boolean isPriceList(String element);

    /** Specter's name of the list, for notes on it; null when it has none. */
    @Nullable
    String priceListId(XmlElement list);

    /**
     * @param unreadable is told of each price that cannot be read and is left out
     * @throws UnreadableValue it does not say which list it is
     */
    PriceListChange priceList(XmlElement list, Unreadable unreadable);

    /** Takes note of what was left out. */
    @FunctionalInterface
    interface Unreadable {

        /** @param name of the part: an invoice's or an article's number; {@code ?} when it has none */
        void note(String name, UnreadableValue why);
    }
}
