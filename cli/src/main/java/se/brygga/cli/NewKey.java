package se.brygga.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;
import tools.jackson.databind.json.JsonMapper;

/**
 * A new key of the database: a keyset of Google Tink with one AES-256-GCM key, as one line. This class writes the
 * keyset itself, because Tink is larger than the command line. A test of the starter reads the keyset with Tink.
 */
final class NewKey {

    private static final int KEY_BYTES = 32;

    /** The bytes before the key in Tink's protocol buffer: field 3, type bytes, and the length. */
    private static final byte[] FIELD = {0x1a, KEY_BYTES};

    private NewKey() {}

    static String text() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        byte[] field = ByteBuffer.allocate(FIELD.length + KEY_BYTES)
                .put(FIELD)
                .put(bytes)
                .array();
        // A positive number, which every reader of Tink reads in the same way.
        int id = 1 + random.nextInt(Integer.MAX_VALUE);
        Map<String, Object> data = new TreeMap<>(Map.of(
                "typeUrl", "type.googleapis.com/google.crypto.tink.AesGcmKey",
                "value", Base64.getEncoder().encodeToString(field),
                "keyMaterialType", "SYMMETRIC"));
        Map<String, Object> key =
                new TreeMap<>(Map.of("keyData", data, "status", "ENABLED", "keyId", id, "outputPrefixType", "TINK"));
        String json = JsonMapper.shared()
                .writeValueAsString(new TreeMap<>(Map.of("primaryKeyId", id, "key", new Object[] {key})));
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a new key into a file that only its owner can read, from the first moment on.
     *
     * @throws RequestRefused the file exists or cannot be written. A key that is overwritten is lost, with everything
     *     that it encrypted
     */
    static void write(Path file) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text() + "\n");
        } catch (FileAlreadyExistsException there) {
            throw Reason.FILE_THERE.refused(file);
        } catch (IOException e) {
            throw Reason.FILE_NOT_WRITTEN.refused(file, e.getClass().getSimpleName());
        }
    }
}
