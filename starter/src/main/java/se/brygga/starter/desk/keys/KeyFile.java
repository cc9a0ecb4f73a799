package se.brygga.starter.desk.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import se.brygga.activities.crypto.Keyset;

/** A file with a key: readable by its owner only, from the first moment on, and never half written. */
final class KeyFile {

    private KeyFile() {}

    static Keyset read(Path file) {
        try {
            return Keyset.of(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": is the path right?", e);
        }
    }

    /** At once, for whoever reads it at the same time. */
    static void replace(Path file, String text) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            write(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be written (" + e.getClass().getSimpleName() + "), and was left as it is", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n");
    }
}
