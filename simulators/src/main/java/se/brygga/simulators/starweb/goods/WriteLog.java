package se.brygga.simulators.starweb.goods;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writes that came through the API: counted without end, kept as far as memory allows. */
public final class WriteLog {

    private static final int KEPT = 200_000;

    private final Clock clock;
    private final Deque<CatalogueWrite> writes = new ArrayDeque<>();
    private final Map<CatalogueWrite.Kind, Integer> counts = new EnumMap<>(CatalogueWrite.Kind.class);

    public WriteLog(Clock clock) {
        this.clock = clock;
    }

    public void add(
            CatalogueWrite.Kind kind,
            String sku,
            long target,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            boolean changed) {
        counts.merge(kind, 1, Integer::sum);
        writes.add(new CatalogueWrite(kind, sku, target, before, after, changed, clock.instant()));
        if (writes.size() > KEPT) {
            writes.removeFirst();
        }
    }

    public int count(CatalogueWrite.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Oldest first. */
    public List<CatalogueWrite> list() {
        return List.copyOf(writes);
    }

    /** Newest first. */
    public List<CatalogueWrite> latest(int most) {
        return writes.reversed().stream().limit(most).toList();
    }

    public void clear() {
        writes.clear();
        counts.clear();
    }
}
