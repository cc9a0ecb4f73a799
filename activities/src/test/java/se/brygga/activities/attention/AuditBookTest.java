package se.brygga.activities.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.activities.sql.TimeKey;

class AuditBookTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00.123456Z");
    private final AuditBook book = new AuditBook(JdbcClient.create(TestDatabase.empty()), () -> now);

    @Test
    void eachDeedIsOnOnePageAlsoOfDeedsOfOneMomentAndWhenOthersAreAdded() {
        for (String id : List.of("b", "a", "d")) {
            add(id, "nordkajak");
        }
        now = now.plusSeconds(1);
        add("c", "tehuset");
        add("e", "bageriet");

        List<String> listed = new ArrayList<>();
        @Nullable TimeKey after = null;
        for (int page = 0; page < 6; page++) {
            for (AuditBook.Done done : book.list(Set.of("nordkajak", "tehuset"), after, 1)) {
                listed.add(done.deed().id());
                after = TimeKey.parse(new TimeKey(done.at(), done.deed().id()).text());
            }
            now = now.plusSeconds(1);
            add("later " + page, "nordkajak");
        }

        assertThat(listed).containsExactly("c", "d", "b", "a");
    }

    @Test
    void theLogOfAllTenantsIsNewestFirst() {
        add("a", "nordkajak");
        now = now.plusSeconds(1);
        add("b", "tehuset");

        assertThat(book.list(Set.of(), null, 9))
                .extracting(done -> done.deed().id())
                .containsExactly("b", "a");
        assertThat(book.list(Set.of("nobody"), null, 9)).isEmpty();
    }

    private void add(String id, String tenant) {
        book.add(new AuditBook.Deed(id, "anna", "retry", tenant, "order " + tenant + "/butik/7", null));
    }
}
