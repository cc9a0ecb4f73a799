package se.brygga.activities.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** The keys of the database. The primary one encrypts, all of them decrypt. As text it is one line. */
public final class Keyset {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * One key.
     *
     * @param id a random number, which also stands at the beginning of what it has encrypted
     * @param primary whether it encrypts
     */
    public record Key(int id, boolean primary) {

        /** What the key has encrypted begins with these bytes (Tink's output prefix). */
        byte[] prefix() {
            return ByteBuffer.allocate(5).put((byte) 1).putInt(id).array();
        }

        /** The id as people read it. */
        public String name() {
            return Integer.toUnsignedString(id);
        }
    }

    private final KeysetHandle handle;

    private Keyset(KeysetHandle handle) {
        this.handle = handle;
    }

    /**
     * Reads one.
     *
     * @throws RequestRefused it is no keyset; the message never quotes it
     */
    public static Keyset of(String text) {
        try {
            String json = new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause may quote it.
            throw Reason.KEY_NOT_READABLE.refused();
        }
    }

    /** A new random one with one key. */
    public static Keyset random() {
        try {
            return new Keyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be made", e);
        }
    }

    /** The one that stands here in the open, for demonstrations and tests only: it protects nothing. */
    @AccessesPartialKey
    static Keyset demo() {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
            byte[] everybodyKnows = "brygga demo key, protects nothing".getBytes(StandardCharsets.US_ASCII);
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(Arrays.copyOf(everybodyKnows, 32), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(1)
                    .build();
            return new Keyset(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the demo key is a proper key", e);
        }
    }

    /** The same keys, and a new random one that encrypts from now on. */
    public Keyset rotated() {
        try {
            return new Keyset(KeysetHandle.newBuilder(handle)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be added", e);
        }
    }

    /** Only the key that encrypts: what the others have encrypted cannot be read with it. */
    public Keyset primaryOnly() {
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
            for (int i = handle.size() - 1; i >= 0; i--) {
                if (!handle.getAt(i).isPrimary()) {
                    builder.deleteAt(i);
                }
            }
            return new Keyset(builder.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the old keys could not be dropped", e);
        }
    }

    /** Its keys, oldest first. */
    public List<Key> keys() {
        return IntStream.range(0, handle.size())
                .mapToObj(handle::getAt)
                .map(entry -> new Key(entry.getId(), entry.isPrimary()))
                .toList();
    }

    /** The key that encrypts. */
    public Key primary() {
        return keys().stream().filter(Key::primary).findFirst().orElseThrow();
    }

    /** One line. Whoever has it can read everything. */
    public String text() {
        try {
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys could not be written", e);
        }
    }

    Aead aead() {
        try {
            return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            RequestRefused refused = Reason.KEY_NOT_ENCRYPTING.refused();
            refused.initCause(e);
            throw refused;
        }
    }
}
