package se.brygga.starter.desk.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import se.brygga.activities.crypto.Keyset;
import se.brygga.workflows.refusal.Reason;

/** A file with a key. Only its owner can read it, from the first moment on. It is never half written. */
final class KeyFile {

    private KeyFile() {}

    static Keyset read(Path file) {
        try {
            return Keyset.of(Files.readString(file));
        } catch (IOException missing) {
            throw Reason.FILE_NOT_READABLE.refused(file);
        }
    }

    /** Replaces the file in one step, so that a reader sees either the old text or the new one. */
    static void replace(Path file, String text) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            write(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Reason.FILE_NOT_WRITTEN.refused(file, e.getClass().getSimpleName());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n");
    }
}
