package se.brygga.testbed.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.brygga.testbed.crash.doomed.Written;

/**
 * A moment on a way, as a scout has found it.
 *
 * @param where the shop or Specter for a call; the workflow's type and activity for a write
 * @param what the call, or the tables that are written
 * @param nth which one of several like it, from 1
 * @param before whether the kill comes before it takes effect, or just after
 */
record Point(Kind kind, String where, String what, int nth, boolean before) {

    /** What happens at a point. */
    enum Kind {
        STARWEB,
        SPECTER,
        WRITE
    }

    /**
     * Before and after.
     *
     * @param count how many of each there were so far
     */
    static List<Point> both(Kind kind, String where, String what, Map<String, Integer> count) {
        int nth = count.merge(where + what, 1, Integer::sum);
        return List.of(new Point(kind, where, what, nth, true), new Point(kind, where, what, nth, false));
    }

    /** The points around the writes of some workflows that have changed something. */
    static List<Point> ofWrites(List<Written> record, String workflows) {
        List<Point> points = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        for (Written written : record) {
            if (written.workflow().matches(workflows)) {
                List<Point> both = both(Kind.WRITE, written.step(), written.what(), count);
                points.addAll(written.changed() ? both : List.of());
            }
        }
        return points;
    }

    /** Both points around one moment are of the same place. */
    String place() {
        return where + ": " + what + (nth > 1 ? " (" + nth + ")" : "");
    }

    @Override
    public String toString() {
        return (before ? "before " : "after  ") + place();
    }
}
