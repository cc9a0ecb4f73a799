package se.brygga.simulators.starweb.goods;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import se.brygga.simulators.starweb.goods.SimProductWrite.Act;
import se.brygga.simulators.starweb.goods.SimProductWrite.Change;
import se.brygga.simulators.starweb.goods.SimProductWrite.Kind;
import tools.jackson.databind.JsonNode;

/** The writes to products that came through the API: counted without end, kept as far as memory allows. */
public final class SimProductLog {

    private static final int KEPT = 50_000;
    private static final int SHOWN = 200;

    private final Clock clock;
    private final Deque<SimProductWrite> writes = new ArrayDeque<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    public SimProductLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes one write.
     *
     * @param before an empty object when there was none
     * @param after an empty object when there is none
     */
    public void add(Kind kind, Act act, long id, String name, JsonNode before, JsonNode after) {
        counts.merge(kind, 1, Integer::sum);
        writes.add(new SimProductWrite(kind, act, id, name, changes(before, after), clock.instant()));
        if (writes.size() > KEPT) {
            writes.removeFirst();
        }
    }

    private static List<Change> changes(JsonNode before, JsonNode after) {
        TreeSet<String> fields = new TreeSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!before.path(field).equals(after.path(field))) {
                changes.add(new Change(field, shown(before.path(field)), shown(after.path(field))));
            }
        }
        return changes;
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "" : value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** Number of writes, those that changed nothing included. */
    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Number of writes of all kinds. */
    public int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Oldest first. */
    public List<SimProductWrite> list() {
        return List.copyOf(writes);
    }

    public void clear() {
        writes.clear();
        counts.clear();
    }
}
