package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.specter.feeds.JournalEntry;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.testbed.kit.FeedWatch;
import se.brygga.workflows.feed.Feed;

/** Something changes in Specter, and the tenant's loop carries it to the shop. */
abstract class FeedWay extends Way {

    /** A push lets the loop finish; a poke now and then lets it poll again, which alone shows that it is at rest. */
    private static final Duration BETWEEN_POKES = Duration.ofSeconds(3);

    private final Feed feed;
    private final Set<String> actions;
    private final List<SimFeedKind> journals;
    private final Map<Victim, Instant> asked = new HashMap<>();
    private final Map<Victim, Instant> poked = new HashMap<>();

    FeedWay(Scene scene, String name, Feed feed, Set<String> actions, List<SimFeedKind> journals) {
        super(scene, name);
        this.feed = feed;
        this.actions = actions;
        this.journals = journals;
    }

    @Override
    Merchant.Use use() {
        return Merchant.Use.FEEDS;
    }

    @Override
    String lane() {
        return feed.key();
    }

    @Override
    @Nullable
    String about(Victim victim) {
        return null;
    }

    @Override
    String workflows(Victim victim) {
        return feed.workflowId(victim.merchant.name());
    }

    @Override
    String shopRequest(Victim victim, String call) {
        return call;
    }

    @Override
    boolean isSpecterCall(String action) {
        return actions.contains(action);
    }

    @Override
    boolean isPrepared(Victim victim) {
        return isAtRest(victim, Instant.EPOCH);
    }

    @Override
    void act(Victim victim) {
        change(victim);
        asked.put(victim, Instant.now());
        poke(victim);
    }

    /** The change in Specter. */
    abstract void change(Victim victim);

    @Override
    void help(Victim victim) {
        if (Instant.now().isAfter(poked.getOrDefault(victim, Instant.EPOCH).plus(BETWEEN_POKES))) {
            poke(victim);
        }
    }

    private void poke(Victim victim) {
        poked.put(victim, Instant.now());
        watch(victim).poke();
    }

    @Override
    boolean isSettled(Victim victim) {
        return isAtRest(victim, asked.getOrDefault(victim, Instant.EPOCH)) && !isOwed(victim);
    }

    /** A push that a poke has woken has one try; what it could not write is left to the next poll, and stands in the books. */
    private boolean isOwed(Victim victim) {
        return !scene.sql()
                .sql("select 1 from dirty_shop where tenant = :tenant and feed = :feed"
                        + " union all select 1 from comparison where tenant = :tenant and feed = :feed")
                .param("tenant", victim.merchant.name())
                .param("feed", feed.key())
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private boolean isAtRest(Victim victim, Instant since) {
        return watch(victim).isAtRestSince(since);
    }

    private FeedWatch watch(Victim victim) {
        return new FeedWatch(scene.apps, scene.specter, feed, victim.merchant.name(), victim.merchant.account());
    }

    @Override
    String outcome(Victim victim) {
        // It was, and the next poll may have begun since.
        Scene.until("the loop is at rest", () -> isSettled(victim));
        for (SimFeedKind journal : journals) {
            assertThat(scene.specter.account(victim.merchant.account()).journal(journal))
                    .allMatch(entry -> entry.state() == JournalEntry.State.ACKED && entry.told() > 0);
            assertThat(scene.specter.account(victim.merchant.account()).openBatches())
                    .noneMatch(batch -> batch.kind() == journal && batch.changes() > 0);
        }
        // A push whose worker died runs again when its heartbeat is missed; the loop looks at rest meanwhile.
        await().atMost(Duration.ofMinutes(3)).pollDelay(Duration.ZERO).untilAsserted(() -> shown(victim));
        return "journal told and acknowledged; " + shown(victim);
    }

    /** What the shop shows. */
    abstract String shown(Victim victim);

    final Optional<String> onlyOf(String request, String part) {
        return request.contains(part) ? Optional.of(request) : Optional.empty();
    }
}
