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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts and decrypts with one Tink keyset. A keyset may hold several keys: the primary one encrypts, all of them
 * decrypt, so a key is changed by adding a new one.
 */
public final class Vault {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Aead aead;

    private Vault(KeysetHandle keyset) {
        try {
            this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the keyset cannot encrypt; make one with: brygga key new", e);
        }
    }

    /**
     * A vault with this keyset.
     *
     * @param keyset as {@link #newKeyset()} gives it
     * @throws IllegalArgumentException it is no keyset; the message never quotes it
     */
    public static Vault of(String keyset) {
        try {
            String json = new String(Base64.getDecoder().decode(keyset.strip()), StandardCharsets.UTF_8);
            return new Vault(TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the encryption key is not readable: expected the one line that \"brygga key new\" printed");
        }
    }

    /** The key that stands here in the open, for demonstrations and tests only: it protects nothing. */
    @AccessesPartialKey
    public static Vault demo() {
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
                    .setKeyBytes(SecretBytes.copyFrom(
                            java.util.Arrays.copyOf(everybodyKnows, 32), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(1)
                    .build();
            return new Vault(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the demo key is a proper key", e);
        }
    }

    /** A new random keyset as one line of text. Whoever has it can read everything. */
    public static String newKeyset() {
        try {
            KeysetHandle keyset =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be made", e);
        }
    }

    /**
     * Encrypts.
     *
     * @param place which row the result is for; only with the same place it can be decrypted, so rows cannot be swapped
     */
    public byte[] encrypt(byte[] plain, String place) {
        try {
            return aead.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed for " + place, e);
        }
    }

    /** @throws IllegalStateException another key, another place, or changed bytes */
    public byte[] decrypt(byte[] encrypted, String place) {
        try {
            return aead.decrypt(encrypted, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    place + " cannot be decrypted: it was encrypted with another key (BRYGGA_KEY), or was changed", e);
        }
    }
}
