package se.brygga.testbed.kit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies. */
public final class Project {

    private Project() {}

    /** The project's root: the folder of the launcher, or the working folder outside a checkout. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("brygga")) && Files.isDirectory(folder.resolve("workflows"))) {
                return folder;
            }
        }
        return here;
    }
}
