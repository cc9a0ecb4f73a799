package se.brygga.cli.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import picocli.CommandLine;
import se.brygga.cli.view.Feed;
import se.brygga.cli.view.Word;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.EnumWords;
import se.brygga.workflows.refusal.RequestRefused;

/** The words that operators type for causes, feeds and shops. An unknown one is wrong usage. */
public final class Words {

    private Words() {}

    /** Teaches all commands of this line to read these words. */
    public static CommandLine understoodBy(CommandLine line) {
        return line.registerConverter(Cause.class, Cause::ofCode)
                .registerConverter(ShopRef.class, ShopRef::parse)
                .registerConverter(Feed.class, text -> of(Feed.class, "feed", text));
    }

    /** The words for causes, for the completion scripts of shells. */
    public static final class Causes extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        public Causes() {
            super(Arrays.stream(Cause.values()).map(Cause::code).toList());
        }
    }

    /**
     * The constant that a word means.
     *
     * @param what the kind of word: {@code state}
     * @throws RequestRefused there is no such word; the refusal names the nearest word, and all
     */
    public static <E extends Enum<E> & Word> E of(Class<E> type, String what, String text) {
        E[] all = Objects.requireNonNull(type.getEnumConstants());
        return EnumWords.find(all, text)
                .orElseThrow(() -> new RequestRefused(EnumWords.unknown(what, text, all, Word::word)));
    }
}
