package se.brygga.cli.initial;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.workflows.attention.CauseTexts;

/** An initial sync as text, as CSV and as a page that a browser shows. */
record InitialTables(Lines lines, CauseTexts texts) {

    /** A spreadsheet takes a cell that begins so for a formula. */
    private static final Pattern FORMULA = Pattern.compile("(?s)^[=+\\-@\\t\\r].*");

    /** Prints where the sync stands, and the sums of its lines. */
    void print(InitialStory story) {
        standing(story).forEach(System.out::println);
        Table sums = sums(story);
        if (!sums.isEmpty()) {
            System.out.print("\n" + sums + "\n");
        }
    }

    private List<String> standing(InitialStory story) {
        InitialStory.Progress progress = story.progress();
        return Stream.of(
                        lines.say(
                                InitialText.INITIAL,
                                story.shop(),
                                lines.say(story.direction().text())),
                        lines.say(story.state().text(), Output.time(since(story)), beganOrAsked(story)),
                        story.plannedAt() == null
                                ? null
                                : lines.say(
                                        InitialText.INITIAL_READ,
                                        story.inShop(story.read()),
                                        story.inSpecter(story.read())),
                        story.plannedAt() == null || story.whole() ? null : lines.say(InitialText.INITIAL_NOT_WHOLE),
                        story.beganAt() == null
                                ? null
                                : lines.say(
                                        InitialText.INITIAL_PROGRESS, progress.bar(), progress.done(), progress.all()))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static String beganOrAsked(InitialStory story) {
        return Objects.requireNonNullElse(story.beganBy(), story.by());
    }

    private static @Nullable Instant since(InitialStory story) {
        return switch (story.state()) {
            case PLANNING -> story.askedAt();
            case PLANNED -> story.plannedAt();
            case RUNNING, PAUSED -> story.beganAt();
            case STOPPED, ENDED -> story.endedAt();
        };
    }

    private Table sums(InitialStory story) {
        Table table = lines.table(InitialText.INITIAL_SUMS_HEADINGS);
        sumRows(story).forEach(row -> table.row(row.toArray()));
        return table;
    }

    private List<List<Object>> sumRows(InitialStory story) {
        return story.sums().stream()
                .map(sum -> List.<Object>of(
                        lines.say(sum.kind().text(story.direction())),
                        outcome(sum.outcome()),
                        sum.lines(),
                        story.inShop(sum.count()),
                        story.inSpecter(sum.count())))
                .toList();
    }

    private String outcome(InitialLine.@Nullable Outcome outcome) {
        return outcome == null ? "-" : lines.say(outcome.text());
    }

    /** The lines as a table. */
    Table table(InitialStory story, List<InitialLine> listed) {
        Table table = lines.table(story.direction().headings());
        listed.forEach(line -> table.row(cells(story, line).toArray()));
        return table;
    }

    private List<String> cells(InitialStory story, InitialLine line) {
        return List.of(
                line.number(),
                lines.say(line.kind().text(story.direction())),
                Objects.requireNonNullElse(line.other(), ""),
                outcome(line.outcome()),
                why(line),
                line.differences().stream().map(this::change).collect(Collectors.joining("; ")));
    }

    /** {@code weight: 2 → 2.5}. */
    private String change(InitialLine.Difference difference) {
        String now = difference.now() == null ? "" : difference.now() + " → ";
        return lines.say(difference.field().text()) + ": " + now + difference.then();
    }

    private String why(InitialLine line) {
        String cause = line.cause() == null ? "" : texts.title(line.cause());
        String detail = line.detail().isEmpty() ? "" : lines.detail(line.detail());
        return Stream.of(cause, detail).filter(part -> !part.isEmpty()).collect(Collectors.joining(": "));
    }

    private List<String> headings(InitialText headings) {
        return Arrays.asList(lines.say(headings).split(";", -1));
    }

    /** The lines as CSV with semicolons, which spreadsheets of Sweden open by themselves. */
    String csv(InitialStory story, List<InitialLine> listed) {
        return Stream.concat(
                        Stream.of(headings(story.direction().headings())),
                        listed.stream().map(line -> cells(story, line)))
                .map(row -> row.stream().map(InitialTables::cell).collect(Collectors.joining(";", "", "\r\n")))
                .collect(Collectors.joining("", "\uFEFF", ""));
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    /** The whole sync as a page of its own. */
    String html(InitialStory story, List<InitialLine> listed) {
        String title = lines.say(
                InitialText.INITIAL, story.shop(), lines.say(story.direction().text()));
        String said = standing(story).stream()
                .skip(1)
                .map(line -> "<p>" + escaped(line) + "</p>\n")
                .collect(Collectors.joining());
        String body = said
                + table(headings(InitialText.INITIAL_SUMS_HEADINGS), sumRows(story))
                + table(
                        headings(story.direction().headings()),
                        listed.stream()
                                .map(line -> List.<Object>copyOf(cells(story, line)))
                                .toList());
        return page(escaped(title), body);
    }

    private static String page(String title, String body) {
        return """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%%; margin: 1.5rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8886; }
            td { overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s</body>
            </html>
            """.formatted(title, body);
    }

    private static String table(List<String> headings, List<List<Object>> rows) {
        return "<table>\n" + row("th", List.copyOf(headings))
                + rows.stream().map(row -> row("td", row)).collect(Collectors.joining()) + "</table>\n";
    }

    private static String row(String cell, List<Object> cells) {
        return cells.stream()
                .map(text -> "<" + cell + ">" + escaped(text.toString()) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
