package se.brygga.starter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Terminal;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.door.DeskDoor;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/** {@code brygga starter …}: the root of the commands that open the database themselves. */
@Command(
        name = "brygga",
        description = "${bundle:help.starter}",
        subcommands = {TokenCommand.class, KeyCommand.class})
public final class Brygga {

    /** The texts of these commands, and of the options that all commands have. */
    private static final class Texts extends PropertyResourceBundle {

        private Texts(InputStream own, ResourceBundle ofAll) throws IOException {
            super(new InputStreamReader(own, StandardCharsets.UTF_8));
            setParent(ofAll);
        }
    }

    private final DeskDoor door;
    private final ResourceBundle texts;
    private final Lines lines;

    private Brygga(DeskDoor door, Locale language) {
        this.door = door;
        this.texts = texts(language);
        this.lines = Lines.in(language);
    }

    /** The first words of all commands. */
    public static Set<String> commands() {
        return line(new Closed(), Locale.ENGLISH).getSubcommands().keySet();
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
        Locale language = LanguageOption.of(System.getenv(), arguments);
        Brygga brygga = new Brygga(door, language);
        return line(brygga, language)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    System.err.println(brygga.said(failure));
                    return 1;
                })
                .execute(arguments);
    }

    static CommandLine line(DeskDoor door, Locale language) {
        return line(new Brygga(door, language), language);
    }

    private static CommandLine line(Brygga brygga, Locale language) {
        return se.brygga.cli.Brygga.speaking(new CommandLine(brygga), language, brygga.texts)
                .registerConverter(Right.class, text -> Word.of(Right.class, "right", text));
    }

    private static ResourceBundle texts(Locale language) {
        String file = "commands_" + language.getLanguage() + ".properties";
        try (InputStream own = Objects.requireNonNull(Brygga.class.getResourceAsStream(file))) {
            return new Texts(own, se.brygga.cli.Brygga.help(language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One part of the desk, which is opened when it is first asked for. */
    <D> D part(Class<D> part) {
        return door.part(part);
    }

    /** @param values by their places, as <code>%s</code> */
    String say(String line, Object... values) {
        return texts.getString("line." + line).formatted(values);
    }

    /** Why something is refused. */
    String say(Refusal why) {
        return lines.say(why);
    }

    private String said(Exception failure) {
        return switch (failure) {
            case DeskDoor.DeskClosed closed -> say("could-not-start", String.valueOf(closed.getMessage()));
            case RequestRefused refused -> say(refused.refusal());
            default -> door.inWords(failure);
        };
    }

    /** A desk for callers that only need the names of the commands. */
    private static final class Closed implements DeskDoor {

        @Override
        public <D> D part(Class<D> part) {
            throw new DeskClosed("closed", new IllegalStateException());
        }

        @Override
        public String inWords(Throwable failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
