package se.brygga.starter.desk.prices;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.PriceBook;

/**
 * What a file with price lists would change.
 *
 * @param objections why it cannot be taken, all at once; then there is nothing else
 * @param rows in the file
 * @param unused lists of the file that no shop of the tenant shows
 */
public record PriceFilePreview(List<String> objections, int rows, List<Change> changes, List<String> unused) {

    /**
     * One row that changes.
     *
     * @param before null for a new row
     * @param after null for a row that goes
     */
    public record Change(
            String list,
            String articleNo,
            BigDecimal fromQty,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {

        static Change of(PriceBook.Change change) {
            return new Change(change.list(), change.articleNo(), change.fromQty(), change.before(), change.after());
        }
    }

    static PriceFilePreview refused(List<String> objections) {
        return new PriceFilePreview(objections, 0, List.of(), List.of());
    }

    /** Rows that are new. */
    public long added() {
        return changes.stream()
                .filter(change -> change.before() == null && change.after() != null)
                .count();
    }

    /** Rows that go. */
    public long gone() {
        return changes.stream().filter(change -> change.after() == null).count();
    }
}
