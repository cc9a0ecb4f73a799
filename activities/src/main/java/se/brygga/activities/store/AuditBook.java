package se.brygga.activities.store;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what, when and why. Joins a surrounding transaction. */
public final class AuditBook {

    /**
     * What a person has done.
     *
     * @param id unique per deed: the same one written again is one line
     * @param who login, never a full name
     * @param what a code: {@code retry}, {@code pause}
     * @param subject what it was done to: {@code order nordkajak/kajak-se/10025}, {@code feed stock}
     */
    public record Deed(
            String id,
            String who,
            String what,
            String tenant,
            String subject,
            @Nullable String reason) {}

    private final JdbcClient jdbc;
    private final InstantSource time;

    public AuditBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Writes it; one that is there already is left alone. */
    public void add(Deed deed) {
        jdbc.sql("""
                insert into audit (id, at, who, what, tenant, subject, reason) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing""")
                .param(deed.id())
                .param(OrderBook.at(time.instant()))
                .param(deed.who())
                .param(deed.what())
                .param(deed.tenant())
                .param(deed.subject())
                .param(deed.reason())
                .update();
    }
}
