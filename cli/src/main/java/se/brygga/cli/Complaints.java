package se.brygga.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.ServerTrouble;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Prints what is wrong with a line, or with a request, in the language of the line. Picocli's own texts are English
 * only.
 */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final int NOT_DONE = 1;
    private static final int WRONG_USAGE = 2;

    private final Lines lines;

    Complaints(Lines lines) {
        this.lines = lines;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        System.err.println(text(wrong));
        System.err.println(wrong.getCommandLine().getUsageMessage());
        return WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, @Nullable ParseResult parsed) {
        System.err.println(
                switch (failure) {
                    case ServerTrouble trouble -> trouble.text(lines);
                    case RequestRefused refused -> lines.say(refused.refusal());
                    default -> lines.say(Line.FAILED, failure);
                });
        return failure instanceof ServerTrouble trouble ? trouble.exitCode() : NOT_DONE;
    }

    private String text(ParameterException wrong) {
        return switch (wrong) {
            case ServerCommand.WrongUsage ours -> String.valueOf(ours.getMessage());
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MissingParameterException missing ->
                lines.say(
                        Line.USAGE_MISSING,
                        missing.getMissing().stream().map(Complaints::name).collect(Collectors.joining(", ")));
            default ->
                wrong.getCause() instanceof RequestRefused refused
                        ? lines.say(refused.refusal())
                        : value(wrong.getArgSpec(), wrong.getValue(), wrong.getCommandLine());
        };
    }

    private String unknown(UnmatchedArgumentException wrong) {
        String said = String.join(" ", wrong.getUnmatched());
        List<String> meant = wrong.getSuggestions();
        return meant.isEmpty()
                ? lines.say(Line.USAGE_UNKNOWN, said)
                : lines.say(Line.USAGE_UNKNOWN_MEANT, said, String.join(", ", meant));
    }

    private String value(@Nullable ArgSpec of, @Nullable String typed, CommandLine line) {
        if (of == null) {
            return lines.say(line.getSubcommands().isEmpty() ? Line.USAGE_WRONG : Line.USAGE_WHICH_COMMAND);
        }
        List<String> all = new ArrayList<>();
        if (of.completionCandidates() != null) {
            of.completionCandidates().forEach(all::add);
        }
        return all.isEmpty()
                ? lines.say(Line.USAGE_VALUE, name(of), typed)
                : lines.say(Line.USAGE_ONE_OF, name(of), typed, String.join(", ", all));
    }

    private static String name(ArgSpec of) {
        return of instanceof OptionSpec option ? option.longestName() : of.paramLabel();
    }
}
