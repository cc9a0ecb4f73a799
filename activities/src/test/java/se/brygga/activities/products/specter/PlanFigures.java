package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import se.brygga.activities.products.initial.InitialLine;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Outcome;

/** What plans said, beside what their runs and Specter itself did. */
final class PlanFigures {

    private int rows;
    private int notThrough;
    private int failAlone;
    private int named;
    private int good;
    private int refused;

    void count(List<InitialLine> planned, List<InitialLine> done, Set<String> alone) {
        for (int i = 0; i < planned.size(); i++) {
            InitialLine line = planned.get(i);
            if (line.count().ofMaster() == 0 || line.kind() == Kind.MATCH) {
                continue;
            }
            boolean waits = done.get(i).outcome() == Outcome.WAITS;
            boolean isGood = line.kind().isWritten();
            rows++;
            good += isGood ? 1 : 0;
            refused += isGood && waits ? 1 : 0;
            boolean isRefused = alone.contains(line.number());
            failAlone += isRefused ? 1 : 0;
            if (waits || isRefused) {
                notThrough++;
                named += isGood ? 0 : 1;
            }
            assertThat(isGood && waits)
                    .as("the plan calls %s good, the run %s", line, done.get(i))
                    .isFalse();
        }
    }

    void hold(String of) {
        System.out.printf(
                "%s: %d rows, %d would not get through (%d of them fail when sent alone), %d of these named by the plan"
                        + " (%.2f %%); %d called good, %d of them refused%n",
                of, rows, notThrough, failAlone, named, 100.0 * named / Math.max(1, notThrough), good, refused);
        assertThat(failAlone).isPositive();
        assertThat(good).isPositive();
        assertThat(named * 100L).isGreaterThanOrEqualTo(notThrough * 99L);
        assertThat(refused).isZero();
    }
}
