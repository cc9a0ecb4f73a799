package se.brygga.starter.desk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import se.brygga.workflows.attention.EnumWords;
import se.brygga.workflows.refusal.RequestRefused;

/** A constant of the desk that people type and programs read as one word: {@code ON_ITS_WAY} is {@code on-its-way}. */
public interface Word {

    /** The constant's name, which every enum has. */
    String name();

    /** The word that stands for the constant in commands, tables and JSON. */
    @JsonValue
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The inverse of {@link #word()}.
     *
     * @param what the words name, for the message: {@code state}
     * @throws RequestRefused there is no such word; the refusal lists the words that there are
     */
    static <E extends Enum<E> & Word> E of(Class<E> type, String what, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.word().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new RequestRefused(EnumWords.unknown(what, text, type.getEnumConstants(), Word::word)));
    }

    /** The desk's constant for a constant of the books. Both have the same name; a test compares the two sets. */
    static <E extends Enum<E> & Word> E twin(Class<E> type, Enum<?> ofBooks) {
        return Enum.valueOf(type, ofBooks.name());
    }
}
