package se.brygga.setup.yaml;

/**
 * One thing that is wrong in a set-up file.
 *
 * @param line from 1
 * @param path {@code shops[0].orders.payments}
 * @param problem what is wrong; never quotes a secret
 * @param remedy what to write instead; empty where the problem says it
 */
public record Mistake(int line, String path, String problem, String remedy) {

    @Override
    public String toString() {
        return "line " + line + ", " + path + ": " + problem + "." + (remedy.isEmpty() ? "" : " " + remedy + ".");
    }
}
