package se.brygga.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/** A yes-or-no question to the person at the terminal. */
public final class Question {

    private Question() {}

    /** Whether the answer is yes. No where nobody answers. */
    public static boolean isConfirmed(String question) {
        System.err.print(question + " [y/N] ");
        System.err.flush();
        try {
            // Not closed, because it is the standard input of the process.
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return answer != null && answer.strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
