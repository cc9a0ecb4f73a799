package se.brygga.starter.cli.options;

import static se.brygga.cli.options.Words.word;

import picocli.CommandLine;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.orders.OrderLine;

/** The words that operators type for causes, states and places. An unknown one is wrong usage. */
public final class Words {

    private Words() {}

    /** Lets all commands of this line understand them. */
    public static CommandLine understoodBy(CommandLine line) {
        return se.brygga.cli.options.Words.understoodBy(line)
                .registerConverter(Place.class, word(Place::parse))
                .registerConverter(OrderLine.State.class, word(text -> Word.of(OrderLine.State.class, "state", text)))
                .registerConverter(Callback.State.class, word(text -> Word.of(Callback.State.class, "state", text)))
                .registerConverter(Callback.Event.class, word(text -> Word.of(Callback.Event.class, "event", text)));
    }
}
