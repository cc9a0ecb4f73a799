package se.brygga.activities.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The differences between a new set-up file and the one in force, line by line. Both are without secrets. */
final class SetupDifference {

    /** Most cells of the table below: two files of two thousand lines that have nothing in common. */
    private static final long LARGEST = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    /** {@code common[i][j]}: how many lines the two have in common from line i and line j on. */
    private final int[][] common;

    private SetupDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
    }

    /**
     * Removed lines after {@code "- "}, new ones after {@code "+ "}, in the files' order. Empty if no line differs.
     */
    static List<String> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int same = 0;
        while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
            same++;
        }
        old = old.subList(same, old.size());
        now = now.subList(same, now.size());
        return (long) old.size() * now.size() <= LARGEST ? new SetupDifference(old, now).lines() : allOf(old, now);
    }

    private static List<String> allOf(List<String> old, List<String> now) {
        return Stream.concat(old.stream().map(line -> "- " + line), now.stream().map(line -> "+ " + line))
                .toList();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }
}
