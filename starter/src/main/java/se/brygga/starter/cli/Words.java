package se.brygga.starter.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.workflows.refusal.RequestRefused;

/** The words that operators type for causes, states and places. An unknown one is wrong usage. */
final class Words {

    private Words() {}

    /** Teaches all commands of this line to read these words. */
    public static CommandLine understoodBy(CommandLine line) {
        return se.brygga.cli.options.Words.understoodBy(line)
                .registerConverter(Place.class, word(Place::parse))
                .registerConverter(OrderLine.State.class, word(text -> Word.of(OrderLine.State.class, "state", text)))
                .registerConverter(Callback.State.class, word(text -> Word.of(Callback.State.class, "state", text)))
                .registerConverter(Callback.Event.class, word(text -> Word.of(Callback.Event.class, "event", text)));
    }

    /** A converter whose message reaches the operator unchanged. */
    private static <T> ITypeConverter<T> word(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (RequestRefused unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        };
    }
}
