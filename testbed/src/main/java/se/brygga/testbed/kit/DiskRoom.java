package se.brygga.testbed.kit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Free disk space. It is asked for beforehand: a disk that is full half-way leaves half a program behind. */
final class DiskRoom {

    private static final long MEGABYTE = 1_000_000;

    private DiskRoom() {}

    /**
     * @param folder need not be there yet
     * @throws IllegalStateException there is less
     */
    static void check(Path folder, long megabytes) {
        if (free(folder) < megabytes) {
            throw new IllegalStateException(
                    "only " + free(folder) + " MB are free at " + folder + ", and it takes " + megabytes);
        }
    }

    /** In megabytes, of the disk that the folder is or would be on. */
    static long free(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toFile().getUsableSpace() / MEGABYTE;
    }
}
