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

/** The keys of the database. The primary key encrypts, and all keys decrypt. As text a keyset is one line. */
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
     * @param id a random number, which is also at the beginning of everything that the key encrypted
     * @param primary whether the key encrypts
     */
    public record Key(int id, boolean primary) {

        /** The first bytes of everything that the key encrypted (Tink's output prefix). */
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
     * Reads a keyset.
     *
     * @throws RequestRefused the text is no keyset; the message never quotes it
     */
    public static Keyset of(String text) {
        try {
            String json = new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause is dropped, because it may quote the text.
            throw Reason.KEY_NOT_READABLE.refused();
        }
    }

    /** A new random keyset with one key. */
    public static Keyset random() {
        try {
            return new Keyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be made", e);
        }
    }

    /** A keyset that everybody can read here. For demonstrations and tests only: it protects nothing. */
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

    /** This keyset with a new random key, which encrypts from now on. */
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

    /** This keyset with the primary key only. It cannot read what the other keys encrypted. */
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

    /** The keys, oldest first. */
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

    /** The keyset as one line. Whoever has this text can read everything. */
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
