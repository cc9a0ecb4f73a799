package se.brygga.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.brygga.cli.feeds.FeedsCommand;
import se.brygga.cli.feeds.NoticesCommand;
import se.brygga.cli.feeds.SystemsCommand;
import se.brygga.cli.initial.InitialCommand;
import se.brygga.cli.jobs.JobsCommand;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.Words;
import se.brygga.cli.orders.OrdersCommand;
import se.brygga.cli.orders.SearchCommand;
import se.brygga.cli.prices.PricesCommand;
import se.brygga.cli.products.ProductsCommand;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;
import se.brygga.cli.stock.StockCommand;
import se.brygga.cli.tenants.TenantCommand;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Terminal;

/** {@code brygga …}: the root of the commands that ask the starter. */
@Command(
        name = "brygga",
        description = "${bundle:help.brygga}",
        footer = {"", "${bundle:help.brygga.examples}"})
public final class Brygga implements ServerCommand.Root {

    /** The commands by the first word of a line, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("orders", OrdersCommand.class);
        COMMANDS.put("search", SearchCommand.class);
        COMMANDS.put("tenant", TenantCommand.class);
        COMMANDS.put("audit", AuditCommand.class);
        COMMANDS.put("token", TokenCommand.class);
        COMMANDS.put("key", KeyCommand.class);
        COMMANDS.put("callbacks", CallbacksCommand.class);
        COMMANDS.put("jobs", JobsCommand.class);
        COMMANDS.put("feeds", FeedsCommand.class);
        COMMANDS.put("notices", NoticesCommand.class);
        COMMANDS.put("systems", SystemsCommand.class);
        COMMANDS.put("stock", StockCommand.class);
        COMMANDS.put("prices", PricesCommand.class);
        COMMANDS.put("products", ProductsCommand.class);
        COMMANDS.put("initial", InitialCommand.class);
        COMMANDS.put("completion", CompletionCommand.class);
        COMMANDS.put("version", VersionCommand.class);
    }

    private final Server server;
    private final Lines lines;

    private Brygga(Server server, Lines lines) {
        this.server = server;
        this.lines = lines;
    }

    public static void main(String[] arguments) {
        Terminal.guard();
        Path home = Path.of(System.getProperty("user.home"));
        System.exit(run(Server.of(Profile.of(System.getenv(), home)), arguments));
    }

    /**
     * Runs one command.
     *
     * @return exit code, as {@code --help} lists them
     */
    public static int run(Server server, String... arguments) {
        Locale language = LanguageOption.of(System.getenv(), arguments);
        Complaints complaints = new Complaints(Lines.in(language));
        return line(server, language, arguments)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .execute(arguments);
    }

    /** The texts that the help of every command uses. */
    public static ResourceBundle help(Locale language) {
        return Help.texts(language);
    }

    /**
     * Gives the commands of another root the help of these, and the same words for wrong usage.
     *
     * @param texts of those commands, before the texts of {@link #help}
     */
    public static CommandLine speaking(CommandLine line, Locale language, ResourceBundle texts) {
        Help.add(line, texts);
        return line.setParameterExceptionHandler(new Complaints(Lines.in(language)));
    }

    /** The words of all commands below the first word: {@code orders list}. */
    public static Set<String> commands() {
        Set<String> all = new TreeSet<>();
        line(
                        Server.of(() -> {
                            throw new IllegalStateException("nobody asks");
                        }),
                        Locale.ENGLISH)
                .getSubcommands()
                .forEach((word, line) -> line.getSubcommands().keySet().forEach(below -> all.add(word + " " + below)));
        return all;
    }

    /** The line with all commands. */
    static CommandLine line(Server server, Locale language) {
        return line(server, language, COMMANDS);
    }

    /**
     * The line with the command that is asked for. Building all commands takes longer than everything else in a run.
     */
    private static CommandLine line(Server server, Locale language, String... arguments) {
        Class<?> asked = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        // Help, completion and a mistyped word need all commands.
        return asked == null || asked == CompletionCommand.class
                ? line(server, language)
                : line(server, language, Map.of(arguments[0], asked));
    }

    private static CommandLine line(Server server, Locale language, Map<String, Class<?>> commands) {
        CommandLine line = new CommandLine(new Brygga(server.in(language), Lines.in(language)));
        commands.forEach(line::addSubcommand);
        Help.add(line, Help.texts(language));
        return Words.understoodBy(line);
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public Lines lines() {
        return lines;
    }
}
