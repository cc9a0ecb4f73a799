package se.brygga.clients.specter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.specter.wire.Latin1;

/**
 * The {@code key} parameter (reference section 2.2). One rule serves both versions; only the names of the secrets
 * differ. MD5 is Specter's choice. The key proves who calls, but keeps nothing secret.
 *
 * @param inner v2: ApiUserKey; v1: MD5 key 1
 * @param outer v2: IntegrationKey; v1: MD5 key 2
 */
record SpecterSignature(Secret inner, Secret outer, long sbmId) {

    public static SpecterSignature of(SpecterSetup setup) {
        return new SpecterSignature(setup.apiUserKey(), setup.integrationKey(), setup.sbmId());
    }

    /**
     * The signature of a call.
     *
     * @param x the part that differs by action; exactly the value that is sent
     */
    public String sign(Latin1 x) {
        return md5(outer.value() + md5(inner.value() + sbmId + x.value()));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5, which Specter's signature needs", e);
        }
    }
}
