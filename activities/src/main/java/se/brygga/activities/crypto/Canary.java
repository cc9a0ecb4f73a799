package se.brygga.activities.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.Vault.Unreadable;

/**
 * One encrypted row that every start tries to read, so that a wrong key is noticed before anything is written with it.
 */
public final class Canary {

    /** Whether a key fits the database. */
    public enum Fit {
        FITS,
        /** The database was first used with another key. */
        OTHER_KEY,
        /** Nothing has been encrypted yet: no app has ever started with this database. */
        NO_CANARY
    }

    static final String PLACE = "canary/1";

    private static final byte[] TEXT = "brygga".getBytes(StandardCharsets.US_ASCII);

    private static final String MAKE_IF_MISSING = """
            insert into key_canary (id, canary) values (1, :canary) on conflict do nothing""";

    private static final String FIND = "select canary from key_canary";

    private final JdbcClient jdbc;

    public Canary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Creates the row with this key if there is none. This happens at the database's first start. */
    public void makeIfMissing(Vault vault) {
        jdbc.sql(MAKE_IF_MISSING).param("canary", vault.encrypt(TEXT, PLACE)).update();
    }

    /** Whether a key fits the database. Changes nothing. */
    public Fit fit(Vault vault) {
        Optional<byte[]> row =
                jdbc.sql(FIND).query((rs, n) -> rs.getBytes("canary")).optional();
        try {
            row.ifPresent(canary -> vault.decrypt(canary, PLACE));
            return row.isPresent() ? Fit.FITS : Fit.NO_CANARY;
        } catch (Unreadable otherKey) {
            return Fit.OTHER_KEY;
        }
    }
}
