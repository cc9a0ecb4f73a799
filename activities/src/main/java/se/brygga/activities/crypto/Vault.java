package se.brygga.activities.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/** Encrypts and decrypts with the keys of one {@link Keyset}. */
public final class Vault {

    private record Opened(Keyset keyset, Aead aead) {

        Opened(Keyset keyset) {
            this(keyset, keyset.aead());
        }
    }

    private final Supplier<Keyset> source;
    private volatile Opened opened;

    private Vault(Supplier<Keyset> source) {
        this.source = source;
        this.opened = new Opened(source.get());
    }

    /**
     * A vault with this keyset.
     *
     * @param keyset from {@link Keyset#text()}
     * @throws IllegalArgumentException the text is no keyset; the message never quotes it
     */
    public static Vault of(String keyset) {
        Keyset fixed = Keyset.of(keyset);
        return new Vault(() -> fixed);
    }

    /** A vault whose keys may change while it is used. The keys are read again when a row cannot be decrypted. */
    public static Vault of(Supplier<Keyset> source) {
        return new Vault(source);
    }

    /** A vault with {@link Keyset#demo()}, for demonstrations and tests only: it protects nothing. */
    public static Vault demo() {
        return new Vault(Keyset::demo);
    }

    /** The keys as they were last read. */
    public Keyset keyset() {
        return opened.keyset();
    }

    /** Reads the keys again. If they cannot be read, the present keys stay in use. */
    public void reload() {
        try {
            opened = new Opened(source.get());
        } catch (RuntimeException unreadable) {
            // Somebody may be writing the file. The present keys still fit.
        }
    }

    /**
     * Encrypts.
     *
     * @param place the row for which the result is. Only the same place can decrypt it, so rows cannot be swapped
     */
    public byte[] encrypt(byte[] plain, String place) {
        try {
            return opened.aead().encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed for " + place, e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws Unreadable another key, another place, or changed bytes
     */
    public byte[] decrypt(byte[] encrypted, String place) {
        byte[] where = place.getBytes(StandardCharsets.UTF_8);
        try {
            return opened.aead().decrypt(encrypted, where);
        } catch (GeneralSecurityException maybeNewKey) {
            reload();
            try {
                return opened.aead().decrypt(encrypted, where);
            } catch (GeneralSecurityException e) {
                throw new Unreadable(place, e);
            }
        }
    }

    /** Says that a row of the database cannot be decrypted: another key, another place, or changed bytes. */
    public static final class Unreadable extends IllegalStateException {

        Unreadable(String place, Throwable cause) {
            super(
                    place + " cannot be decrypted: it was encrypted with another key (BRYGGA_KEY), or was changed",
                    cause);
        }
    }
}
