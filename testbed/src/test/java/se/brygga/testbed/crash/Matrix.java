package se.brygga.testbed.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each victim, for people to read. */
public final class Matrix {

    /** How a row ended. */
    private enum Kind {
        GOOD,
        WRONG,
        /** There was no kill: the point is one of a repetition, which did not come. */
        PASSED
    }

    private record Row(String way, String point, String outcome, Kind kind) {}

    private final List<Row> rows = new ArrayList<>();

    public void add(String way, String point, String outcome) {
        rows.add(new Row(way, point, outcome, Kind.GOOD));
    }

    public void addWrong(String way, String point, String what) {
        rows.add(new Row(way, point, "WRONG: " + what.strip().replaceAll("\\s+", " "), Kind.WRONG));
    }

    public void addPassed(String way, String point, String outcome) {
        rows.add(new Row(way, point, "did not come again; " + outcome, Kind.PASSED));
    }

    public List<String> wrong() {
        return rows.stream()
                .filter(row -> row.kind() == Kind.WRONG)
                .map(row -> row.way() + ", " + row.point() + ": " + row.outcome())
                .toList();
    }

    /** Points of which there was a kill. */
    public long met() {
        return count(Kind.GOOD) + count(Kind.WRONG);
    }

    public long passed() {
        return count(Kind.PASSED);
    }

    private long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    /** The rows, way by way, and how many of each way ended how. */
    public void print(String title) {
        System.out.println(title);
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.stream().map(Row::way).distinct().forEach(way -> {
            System.out.println("  " + way);
            rows.stream().filter(row -> row.way().equals(way)).forEach(row -> {
                System.out.printf("    %-84s %s%n", row.point(), row.outcome());
                counts.merge(way + ": " + row.outcome().replaceAll("[\\d.]+", "#"), 1, Integer::sum);
            });
        });
        System.out.printf(
                "  in all %d, of them %d lost or double, and %d whose point did not come again%n",
                rows.size(), wrong().size(), passed());
        counts.forEach((outcome, count) -> System.out.printf("    %4d  %s%n", count, outcome));
    }
}
