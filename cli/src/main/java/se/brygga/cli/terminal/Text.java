package se.brygga.cli.terminal;

import java.util.Locale;

/** A text of the command line's own, in {@code lines_sv.properties} and {@code lines_en.properties}. */
public interface Text {

    /** The constant's name, which every enum has. */
    String name();

    /** The key in the files of texts: {@code no-worker}. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
