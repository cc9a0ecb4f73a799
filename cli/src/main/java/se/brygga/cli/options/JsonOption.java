package se.brygga.cli.options;

import picocli.CommandLine.Option;
import se.brygga.cli.server.Server;
import tools.jackson.databind.JsonNode;

/** {@code --json}: the starter's answer for programs, instead of text for people. */
public final class JsonOption {

    @Option(names = "--json", description = "${bundle:help.json.json}")
    private boolean json;

    /** Whether {@code --json} was given. */
    public boolean isWanted() {
        return json;
    }

    /** Prints the answer if {@code --json} was given, and says whether it did. */
    public boolean print(JsonNode answer) {
        if (json) {
            System.out.println(Server.text(answer));
        }
        return json;
    }
}
