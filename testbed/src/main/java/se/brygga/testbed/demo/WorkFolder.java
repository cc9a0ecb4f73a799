package se.brygga.testbed.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code .brygga}. Only one demo at a time has it, because a second would empty the first one's database.
 * The operating system releases the lock however a demo ends.
 */
final class WorkFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private WorkFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws IllegalStateException another demo has it */
    static WorkFolder take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            String holder = Files.readString(file).trim();
            channel.close();
            throw new IllegalStateException("a demo runs here already (process " + holder
                    + "): look at that one, or end it with Ctrl-C first; a second one needs a checkout of its own");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        WorkFolder work = new WorkFolder(folder, channel);
        // A demo that was killed could not take it away.
        Files.deleteIfExists(work.environmentFile());
        return work;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Tells {@code ./brygga orders …} in another terminal how to reach the running demo. */
    void tell(Map<String, @Nullable String> environment) throws IOException {
        String lines = environment.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry ->
                        entry.getKey() + "='" + String.valueOf(entry.getValue()).replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
        Path file = environmentFile();
        Files.deleteIfExists(file);
        Files.createFile(file);
        // The file holds the password of a given database.
        boolean ours = file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true);
        if (!ours) {
            throw new IOException("the file cannot be kept from others: " + file);
        }
        Files.writeString(file, lines);
    }

    private Path environmentFile() {
        return file("demo.env");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(environmentFile());
        lock.close();
    }
}
