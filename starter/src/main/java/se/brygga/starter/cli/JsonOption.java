package se.brygga.starter.cli;

import picocli.CommandLine.Option;
import se.brygga.starter.desk.door.DeskJson;

/** {@code --json}: the view of the desk for programs, instead of text for people. */
final class JsonOption {

    @Option(names = "--json", description = "for programs")
    private boolean json;

    /** Whether {@code --json} was given. */
    public boolean isWanted() {
        return json;
    }

    /** Prints the view if {@code --json} was given, and says whether it did. */
    public boolean print(Object view) {
        if (json) {
            System.out.println(DeskJson.text(view));
        }
        return json;
    }
}
