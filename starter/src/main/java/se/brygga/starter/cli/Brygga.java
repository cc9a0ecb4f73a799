package se.brygga.starter.cli;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import se.brygga.cli.terminal.Terminal;
import se.brygga.starter.desk.door.DeskDoor;

/** {@code brygga …}: the root of all commands, and the only place with their names. */
@Command(
        name = "brygga",
        description =
                "Carries orders from Starweb to Specter, and statuses, stock and prices back. ./brygga help says more.",
        subcommands = {TokenCommand.class, KeyCommand.class})
public final class Brygga implements DeskDoor {

    private final DeskDoor door;

    private Brygga(DeskDoor door) {
        this.door = door;
    }

    /** The first words of all commands. */
    public static Set<String> commands() {
        return line(new Closed()).getSubcommands().keySet();
    }

    /** Whether a program's arguments are a command rather than settings of the app. */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("--");
    }

    /** Removes everything from later output that a terminal would obey. */
    public static void guardTerminal() {
        Terminal.guard();
    }

    /**
     * Runs one command.
     *
     * @return exit code: 0 done, 1 not done (the output says why), 2 wrong usage
     */
    public static int run(DeskDoor door, String... arguments) {
        return line(door)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    System.err.println(
                            failure instanceof DeskClosed
                                    ? "brygga: the command could not start: " + failure.getMessage()
                                    : door.inWords(failure));
                    return failure instanceof TypeConversionException ? 2 : 1;
                })
                .execute(arguments);
    }

    static CommandLine line(DeskDoor door) {
        CommandLine line = new CommandLine(new Brygga(door));
        addHelp(line);
        return Words.understoodBy(line);
    }

    /** Adds {@code --help} to every command. */
    private static void addHelp(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .arity("0")
                    .usageHelp(true)
                    .description("shows this text")
                    .build());
        }
        line.getSubcommands().values().forEach(Brygga::addHelp);
    }

    @Override
    public <D> D part(Class<D> part) {
        return door.part(part);
    }

    @Override
    public String inWords(Throwable failure) {
        return door.inWords(failure);
    }

    /** A desk for callers that only need the names of the commands. */
    private static final class Closed implements DeskDoor {

        @Override
        public <D> D part(Class<D> part) {
            throw new DeskClosed("nobody opens it", new IllegalStateException());
        }

        @Override
        public String inWords(Throwable failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
