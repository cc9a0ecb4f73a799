package se.brygga.cli.options;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.brygga.workflows.attention.Cause;

/** The words that operators type for causes. An unknown one is wrong usage. */
public final class Words {

    private Words() {}

    /** Lets all commands of this line understand them. */
    public static CommandLine understoodBy(CommandLine line) {
        return line.registerConverter(Cause.class, word(Cause::ofCode));
    }

    /** A converter whose message reaches the operator as it is. */
    public static <T> ITypeConverter<T> word(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        };
    }
}
