package se.brygga.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose columns are as wide as their widest cell, or narrower where the terminal is. Cells that are cut end
 * with ….
 */
public final class Table {

    private static final int GAP = 2;

    /** The narrowest column that still says something. */
    private static final int NARROWEST = 4;

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings and no rows yet. */
    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row; null is shown as a dash. */
    public void row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "-" : Terminal.line(cell.toString()));
        }
        rows.add(row);
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        return fitted(Terminal.columns());
    }

    /** The rows as text, none longer than this many characters, unless there are more columns than that. */
    String fitted(int length) {
        int[] widths = widths();
        narrow(widths, length);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = cut(row.get(i), widths[i]);
                line.append(cell).repeat(' ', widths[i] - length(cell) + GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    /**
     * Takes width from the widest column, again and again. The first column names the thing and is copied, so it loses
     * width last.
     */
    private static void narrow(int[] widths, int length) {
        while (Arrays.stream(widths).sum() + GAP * (widths.length - 1) > length) {
            int widest = IntStream.range(1, widths.length)
                    .filter(i -> widths[i] > NARROWEST)
                    .boxed()
                    .max(Comparator.comparingInt(i -> widths[i]))
                    .orElse(0);
            if (widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
        }
    }

    private static String cut(String cell, int width) {
        return length(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
