package se.brygga.cli.orders;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.jobs.Days;
import se.brygga.cli.jobs.Jobs;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ServerCommand;
import tools.jackson.databind.JsonNode;

/** {@code brygga orders sums}. */
@Command(
        name = "sums",
        description = {
            "Counts the orders that were placed in each shop on each day, and compares with the shop's own list.",
            "Placed = transferred + on its way + waiting + skipped; unread ones are among them. Days are the shop's.",
            "The starter counts on when you press Ctrl-C: brygga jobs list, show, stop."
        },
        footer = {
            "",
            "Examples: brygga orders sums",
            "          brygga orders sums --from 2026-11-18 --to 2026-11-24 --tenant nordkajak --json"
        })
final class OrdersSumsCommand extends ServerCommand {

    @Option(names = "--from", description = "first day, like 2026-11-18; default: six days before the last")
    private @Nullable LocalDate from;

    @Option(names = "--to", description = "last day, all of it; default: today, up to now")
    private @Nullable LocalDate to;

    @Option(names = "--tenant", description = "only of this tenant")
    private @Nullable String tenant;

    @Option(names = "--shop", description = "only of this shop")
    private @Nullable String shop;

    @Option(names = "--no-shop", description = "asks no shop: counts only what is known here")
    private boolean booksOnly;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public Integer call() {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("from", from == null ? null : from.toString());
        body.put("to", to == null ? null : to.toString());
        body.put("tenant", tenant);
        body.put("shop", shop);
        body.put("asking", booksOnly ? "books-only" : "shops-too");
        JsonNode sums =
                new Jobs(server(), language.lines()).follow("/jobs/sums", body).path("sums");
        Days days = Days.of(sums);
        if (!json.print(sums)) {
            days.print(language.lines());
        }
        days.printMissing(language.lines());
        return days.notAsked().isEmpty() ? 0 : 1;
    }
}
