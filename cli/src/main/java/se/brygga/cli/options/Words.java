package se.brygga.cli.options;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;
import se.brygga.workflows.attention.Cause;

/** The words that operators type for causes. An unknown one is wrong usage. */
public final class Words {

    private Words() {}

    /** Lets all commands of this line understand them. */
    public static CommandLine understoodBy(CommandLine line) {
        return line.registerConverter(Cause.class, text -> {
            try {
                return Cause.ofCode(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        });
    }
}
