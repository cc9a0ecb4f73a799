package se.brygga.testbed.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.testbed.simulators.SpecterDoor.ACCOUNT;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.brygga.testbed.specter.SpecterSimulator;
import se.brygga.testbed.specter.feeds.FeedKind;
import se.brygga.testbed.specter.feeds.JournalEntry;

/** Batches of the Specter simulator are as strict as its reference, section 5, says. */
class SpecterFeedsTest {

    private static final String GET_STOCK = "getArticleExternalNeedUpdate";
    private static final String ACK_STOCK = "updateArticlesFromBatch";
    private static final String GET_ARTICLES = "getArticleInfoExternalNeedUpdate";
    private static final String ACK_ARTICLES = "updateArticleInfosFromBatch";

    private SpecterSimulator specter;
    private SpecterDoor door;

    @BeforeEach
    void start() throws IOException {
        specter = SpecterSimulator.start(0, 7, Clock.systemUTC());
        specter.quirks(ACCOUNT).set("initialPending", "false");
        door = new SpecterDoor(specter);
    }

    @AfterEach
    void stop() {
        door.close();
        specter.close();
    }

    @Test
    void aGetIsSignedByItsBatchNumber() throws Exception {
        // Vector V2 of the reference.
        String key = "c3899d730d3b2dff5b4332e1998e0d9d";
        assertThat(door.send(GET_STOCK, "BATCH-1", key, Map.of()).body()).startsWith("articleId;");
        assertThat(door.send(ACK_STOCK, "BATCH-1", key, Map.of()).body()).startsWith("1;");
        assertThat(door.send(GET_STOCK, "BATCH-2", key, Map.of()).body()).startsWith("0;10;");
    }

    @ParameterizedTest
    @EnumSource(FeedKind.class)
    void theSameNumberRepeatsTheSameContentAndAnotherIsRefusedWith99(FeedKind kind) throws Exception {
        door.order("K1", "KAJ-001", "1");
        specter.putPrice(ACCOUNT, 10, "SEK", "KAJ-001", 1, new BigDecimal("50"));
        specter.setName(ACCOUNT, "KAJ-001", "Kajak");
        String first = door.xml(kind.get(), "A1");
        assertThat(first).containsPattern("KAJ-001|5001|42");

        specter.markAllChanged(ACCOUNT, kind);

        assertThat(door.xml(kind.get(), "A1")).isEqualTo(first);
        assertThat(door.xml(kind.get(), "A2")).contains("<code>99</code>", "'A1'");
        assertThat(door.get(kind.get(), "A2", Map.of())).matches("0;(99|30);.*");
        assertThat(door.ack(kind.ack(), "A2")).startsWith("0;60;");
        assertThat(door.ack(kind.ack(), "A1")).startsWith("1;");
        assertThat(specter.pending(ACCOUNT, kind)).isPositive();
    }

    @Test
    void anAckClearsOnlyWhatItsBatchHeld() throws Exception {
        specter.setStock(ACCOUNT, "KAJ-001", 1, 7);
        specter.setStock(ACCOUNT, "KAJ-002", 1, 8);
        assertThat(door.stockText("A1")).contains("KAJ-001;7;A1", "KAJ-002;8;A1");
        specter.setStock(ACCOUNT, "KAJ-001", 1, 5);

        door.ack(ACK_STOCK, "A1");

        assertThat(door.stockText("A2")).contains("KAJ-001;5;A2").doesNotContain("KAJ-002");
    }

    @Test
    void everyChangeIsAccountedFor() throws Exception {
        specter.setStock(ACCOUNT, "KAJ-002", 1, 7);
        door.stockText("A1");
        specter.setStock(ACCOUNT, "KAJ-002", 2, 5);
        door.stockText("A1");
        door.ack(ACK_STOCK, "A1");

        List<JournalEntry> entries = specter.journal(ACCOUNT, FeedKind.STOCK);

        assertThat(entries)
                .extracting(JournalEntry::what, JournalEntry::aspect, JournalEntry::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("KAJ-002", "site 1", JournalEntry.State.ACKED),
                        org.assertj.core.groups.Tuple.tuple("KAJ-002", "site 2", JournalEntry.State.PENDING));
        assertThat(entries.getFirst().batchNo()).isEqualTo("A1");
        assertThat(entries.getFirst().told()).isEqualTo(2);
        assertThat(entries.getFirst().ackedAt()).isNotNull();
    }
}
