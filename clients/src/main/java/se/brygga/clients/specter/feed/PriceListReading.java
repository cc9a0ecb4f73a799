package se.brygga.clients.specter.feed;

import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.XmlElement;
import se.brygga.workflows.attention.Phrase;

/** Price lists in the shape that the assumed adapter reads. */
final class PriceListReading extends FeedReading<PriceListChange> {

    private final AssumedParts assumed;

    PriceListReading(AssumedParts assumed) {
        this.assumed = assumed;
    }

    @Override
    public boolean isList(String element) {
        return assumed.isPriceLists(element);
    }

    @Override
    public boolean isRow(String element) {
        return assumed.isPriceList(element);
    }

    @Override
    void take(XmlElement row) {
        add(assumed.priceList(
                row,
                (name, why) -> notePart(row, PriceListChange.priceOf(id(row), name), Phrase.ARTICLE.with(name), why)));
    }

    @Override
    @Nullable
    String id(XmlElement row) {
        return assumed.priceListId(row);
    }
}
