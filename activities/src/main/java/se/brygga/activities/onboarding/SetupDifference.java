package se.brygga.activities.onboarding;

import java.util.ArrayList;
import java.util.List;

/** What a new set-up file says otherwise than the one in force, line by line. Both are without secrets. */
final class SetupDifference {

    private final List<String> before;
    private final List<String> after;
    /** {@code common[i][j]}: how many lines the two have in common from line i and line j on. */
    private final int[][] common;

    private SetupDifference(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
        this.common = new int[this.before.size() + 1][this.after.size() + 1];
        for (int i = this.before.size() - 1; i >= 0; i--) {
            for (int j = this.after.size() - 1; j >= 0; j--) {
                common[i][j] = this.before.get(i).equals(this.after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
    }

    /** Lines that went away after {@code "- "}, new ones after {@code "+ "}, in the files' order; empty if none differs. */
    public static List<String> between(String before, String after) {
        return new SetupDifference(before, after).lines();
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
