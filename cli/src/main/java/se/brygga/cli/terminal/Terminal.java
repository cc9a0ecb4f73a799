package se.brygga.cli.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guards the terminal. Anybody can write the texts of an order. A control character in them could move the cursor, hide
 * a line or type for the operator.
 */
public final class Terminal {

    /**
     * Characters that a terminal obeys: control characters except tab and line feed, and those that turn the direction
     * of text.
     */
    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069&&[^\\t\\n]]");

    private static final Pattern COLUMNS = Pattern.compile("[1-9][0-9]{0,5}");

    private static final Pattern LINE_BREAK = Pattern.compile("[\\t\\n\\r]+");

    private static final String INSTEAD = "\ufffd";

    private Terminal() {}

    /** Makes everything safe that this process prints from now on, whoever prints it. */
    public static void guard() {
        System.setOut(new Guarded(new FileOutputStream(FileDescriptor.out), System.out.charset()));
        System.setErr(new Guarded(new FileOutputStream(FileDescriptor.err), System.err.charset()));
    }

    /** Whether a person reads the output, and not a program or a file. */
    @SuppressWarnings("SystemConsoleNull") // The console of JDK 25 is its own again, and null without a terminal.
    public static boolean isWatched() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** The longest line: the terminal's width, and no limit where no person reads. */
    static int columns() {
        return isWatched() ? columns(System.getenv("COLUMNS")) : Integer.MAX_VALUE;
    }

    static int columns(@Nullable String told) {
        return told != null && COLUMNS.matcher(told).matches() ? Integer.parseInt(told) : Integer.MAX_VALUE;
    }

    /** Begins a new page: clears the screen for a person, prints an empty line for a program. */
    public static void turnPage() {
        if (isWatched()) {
            // Written as bytes, because the guard removes text that a terminal obeys.
            byte[] clear = "\u001b[H\u001b[2J".getBytes(StandardCharsets.US_ASCII);
            System.out.write(clear, 0, clear.length);
            System.out.flush();
        } else {
            System.out.println();
        }
    }

    /** The text with a mark in place of each character that a terminal would obey. */
    static String safe(String text) {
        return OBEYED.matcher(text).replaceAll(INSTEAD);
    }

    /** The safe text in one line, for a cell of a table. */
    static String line(String text) {
        return safe(LINE_BREAK.matcher(text).replaceAll(" "));
    }

    /** Works on text: its bytes depend on the terminal's character set. */
    @SuppressWarnings(
            "AnnotateFormatMethod") // The callers are checked: PrintStream's own methods are known to the compiler.
    private static final class Guarded extends PrintStream {

        Guarded(OutputStream out, Charset charset) {
            super(out, true, charset);
        }

        @Override
        public void print(String text) {
            super.print(safe(String.valueOf(text)));
        }

        @Override
        public void println(String text) {
            super.println(safe(String.valueOf(text)));
        }

        @Override
        public void println(Object value) {
            super.println(safe(String.valueOf(value)));
        }

        @Override
        public void print(Object value) {
            super.print(safe(String.valueOf(value)));
        }

        @Override
        public PrintStream append(CharSequence text) {
            return super.append(safe(String.valueOf(text)));
        }

        @Override
        public PrintStream format(String format, Object... values) {
            return super.append(safe(String.format(format, values)));
        }

        @Override
        public PrintStream printf(String format, Object... values) {
            return format(format, values);
        }
    }
}
