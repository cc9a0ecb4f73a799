package se.brygga.starter.desk.trouble;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.outage.OutageBook;
import se.brygga.clients.remote.Door;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/**
 * A remote system that does not answer as it should.
 *
 * @param shop null for a tenant's Specter
 * @param cause what is wrong
 * @param lastAnswer a code, or the system's own words, masked
 * @param waiting orders that wait for the system and go on by themselves
 */
public record OutOfOrder(
        Remote system,
        String tenant,
        @Nullable String shop,
        Cause cause,
        Instant since,
        Instant lastAt,
        int tries,
        String lastAnswer,
        Instant nextTryAt,
        long waiting) {

    /** The two systems that Brygga calls. */
    public enum Remote implements Word {
        STARWEB,
        SPECTER
    }

    /** The system as an operator names it: {@code nordkajak} is its Specter, {@code nordkajak/kajak-se} a shop. */
    public String owner() {
        return new Place(tenant, shop).toString();
    }

    /** Whether the order needs this system. */
    public boolean concerns(OrderRef order) {
        return tenant.equals(order.shop().tenant())
                && (shop == null || shop.equals(order.shop().shop()));
    }

    /** The view of what the books know. */
    public static OutOfOrder of(OutageBook.Told told) {
        Door door = told.outage().door();
        return new OutOfOrder(
                Word.twin(Remote.class, door.system()),
                door.tenant(),
                door.shop().isEmpty() ? null : door.shop(),
                told.outage().cause(),
                told.outage().since(),
                told.outage().lastAt(),
                told.outage().tries(),
                told.outage().lastAnswer(),
                told.outage().nextTryAt(),
                told.waiting());
    }
}
