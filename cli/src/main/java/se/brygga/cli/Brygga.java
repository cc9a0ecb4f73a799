package se.brygga.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import se.brygga.cli.access.AuditCommand;
import se.brygga.cli.access.KeyCommand;
import se.brygga.cli.access.TokenCommand;
import se.brygga.cli.callbacks.CallbacksCommand;
import se.brygga.cli.feeds.FeedsCommand;
import se.brygga.cli.feeds.NoticesCommand;
import se.brygga.cli.feeds.SystemsCommand;
import se.brygga.cli.jobs.JobsCommand;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.Words;
import se.brygga.cli.orders.OrdersCommand;
import se.brygga.cli.orders.SearchCommand;
import se.brygga.cli.prices.PricesCommand;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;
import se.brygga.cli.server.ServerTrouble;
import se.brygga.cli.stock.StockCommand;
import se.brygga.cli.tenants.TenantCommand;
import se.brygga.cli.terminal.Terminal;

/** {@code brygga …}: the root of the commands that ask the starter. */
@Command(
        name = "brygga",
        description = "Orders that wait, and decisions about them. ./brygga help lists all commands.",
        footer = {
            "",
            "BRYGGA_URL and BRYGGA_TOKEN say where the starter is and who asks; or ~/.brygga/profiles,",
            "and BRYGGA_PROFILE names the profile in it. NO_COLOR turns colours off.",
            "",
            "Example: brygga orders list --watch"
        })
public final class Brygga implements ServerCommand.Root {

    /** What a process ends with, in the help of each command. */
    private static final Map<String, String> EXIT_CODES = new TreeMap<>(Map.of(
            " 0", "done",
            " 1", "not done, or not all of it; the output says why",
            " 2", "wrong usage; nothing was asked or changed",
            " 3", "the starter did not answer; the same command may help later"));

    /** By the first word that asks for it, in the order of the help. */
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
        COMMANDS.put("completion", CompletionCommand.class);
        COMMANDS.put("version", VersionCommand.class);
    }

    private final Server server;

    private Brygga(Server server) {
        this.server = server;
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
        return line(server, arguments)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    System.err.println(failure.getMessage());
                    return switch (failure) {
                        case TypeConversionException _ -> 2;
                        case ServerTrouble trouble -> trouble.exitCode();
                        default -> 1;
                    };
                })
                .execute(arguments);
    }

    /** The commands below the first word: {@code orders list}. */
    public static Set<String> commands() {
        Set<String> all = new TreeSet<>();
        line(Server.of(() -> {
                    throw new IllegalStateException("nobody asks");
                }))
                .getSubcommands()
                .forEach((word, line) -> line.getSubcommands().keySet().forEach(below -> all.add(word + " " + below)));
        return all;
    }

    /** All commands. */
    static CommandLine line(Server server) {
        return line(server, COMMANDS);
    }

    /** The command that is asked for: to build all of them takes longer than all else that a command does. */
    private static CommandLine line(Server server, String... arguments) {
        Class<?> asked = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        // Help, completion and a mistyped word need all.
        return asked == null || asked == CompletionCommand.class
                ? line(server)
                : line(server, Map.of(arguments[0], asked));
    }

    private static CommandLine line(Server server, Map<String, Class<?>> commands) {
        CommandLine line = new CommandLine(new Brygga(server));
        commands.forEach(line::addSubcommand);
        addHelp(line);
        return Words.understoodBy(line);
    }

    /** Every word says more with {@code --help}, and what a process ends with. */
    private static void addHelp(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .arity("0")
                    .usageHelp(true)
                    .description("shows this text")
                    .build());
        }
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(EXIT_CODES);
        line.getSubcommands().values().forEach(Brygga::addHelp);
    }

    @Override
    public Server server() {
        return server;
    }
}
