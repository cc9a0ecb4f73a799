package se.brygga.activities.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.ShopRef;

class SyncBookTest {

    private static final String NOW = "2026-12-01T08:00:00Z";
    private static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");
    private static final ShopRef OTHER = new ShopRef("nordkajak", "kajak-no");

    private final Books books = new Books(new MovableTime(NOW));
    private final SyncBook book = new SyncBook(books.database);

    @Test
    void aPauseKeepsWhoPausedFirstAndWhyUntilSomebodyResumes() {
        assertThat(book.pause(SHOP, "anna", "new prices")).isTrue();
        assertThat(book.pause(SHOP, "bertil", null)).isFalse();

        assertThat(book.pause(SHOP)).contains(new SyncBook.Pause("anna", Instant.parse(NOW), "new prices"));
        assertThat(book.pause(OTHER)).isEmpty();

        assertThat(book.resume(SHOP)).isTrue();
        assertThat(book.resume(SHOP)).isFalse();
        assertThat(book.pause(SHOP)).isEmpty();
    }

    @Test
    void looksAreCountedUntilOneFindsSomethingOrSucceeds() {
        assertThat(book.failed(SHOP)).isEqualTo(1);
        assertThat(book.failed(SHOP)).isEqualTo(2);
        assertThat(book.of(SHOP).failures()).isEqualTo(2);

        book.looked(SHOP, 7);
        assertThat(book.idle(SHOP)).isEqualTo(3);
        assertThat(book.of(SHOP)).isEqualTo(new SyncBook.Sync(SHOP, 3, 0, null, 7, null));

        book.found(SHOP);
        assertThat(book.of(SHOP)).isEqualTo(new SyncBook.Sync(SHOP, 0, 0, Instant.parse(NOW), 7, null));
        assertThat(book.all()).containsExactly(book.of(SHOP));
    }
}
