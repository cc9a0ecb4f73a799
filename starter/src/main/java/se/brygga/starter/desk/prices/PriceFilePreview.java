package se.brygga.starter.desk.prices;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.PriceBook;
import se.brygga.workflows.refusal.Refusal;

/**
 * What a file with price lists would change.
 *
 * @param objections why the file cannot be used, all at once; the rest is empty then
 * @param rows number of rows in the file
 * @param sums of all changes, listed or not
 * @param unused lists of the file that no shop of the tenant shows
 */
public record PriceFilePreview(
        List<Refusal> objections, int rows, Sums sums, List<Change> changes, List<String> unused) {

    /**
     * One row that changes.
     *
     * @param before null for a new row
     * @param after null for a row that is removed
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

    /**
     * How many rows change in which way.
     *
     * @param added rows that are new
     * @param changed rows with another price
     * @param gone rows that are removed
     */
    public record Sums(int added, int changed, int gone) {

        static Sums of(List<Change> changes) {
            int added = (int) changes.stream()
                    .filter(change -> change.before() == null && change.after() != null)
                    .count();
            int gone = (int)
                    changes.stream().filter(change -> change.after() == null).count();
            return new Sums(added, changes.size() - added - gone, gone);
        }
    }

    static PriceFilePreview of(int rows, List<Change> changes, List<String> unused) {
        return new PriceFilePreview(List.of(), rows, Sums.of(changes), changes, unused);
    }

    static PriceFilePreview refused(List<Refusal> objections) {
        return new PriceFilePreview(objections, 0, new Sums(0, 0, 0), List.of(), List.of());
    }

    /** This preview with at most this many changes; the sums are of all. */
    public PriceFilePreview first(int limit) {
        return new PriceFilePreview(
                objections, rows, sums, changes.stream().limit(limit).toList(), unused);
    }
}
