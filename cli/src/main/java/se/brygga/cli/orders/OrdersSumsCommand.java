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
        description = "${bundle:help.orders-sums}",
        footer = {"", "${bundle:help.orders-sums.examples}"})
final class OrdersSumsCommand extends ServerCommand {

    @Option(names = "--from", description = "${bundle:help.orders-sums.from}")
    private @Nullable LocalDate from;

    @Option(names = "--to", description = "${bundle:help.orders-sums.to}")
    private @Nullable LocalDate to;

    @Option(names = "--tenant", description = "${bundle:help.orders-sums.tenant}")
    private @Nullable String tenant;

    @Option(names = "--shop", description = "${bundle:help.orders-sums.shop}")
    private @Nullable String shop;

    @Option(names = "--no-shop", description = "${bundle:help.orders-sums.no-shop}")
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
