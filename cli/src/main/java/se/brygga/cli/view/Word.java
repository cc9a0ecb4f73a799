package se.brygga.cli.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A constant that people type, and the API reads, as one word: {@code ON_ITS_WAY} is {@code on-its-way}. */
public interface Word {

    /** The constant's name, which every enum has. */
    String name();

    /** The word of the constant. */
    @JsonValue
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
