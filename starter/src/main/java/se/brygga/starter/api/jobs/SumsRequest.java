package se.brygga.starter.api.jobs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.sums.SumsDesk;

/**
 * Which days to count.
 *
 * @param from first day; null for six days before the last one
 * @param to last day; null for today
 * @param tenant null for every tenant
 * @param shop null for every shop
 * @param asking null: the shops are asked too
 * @param by login of the person who asks; null for the token's name
 */
record SumsRequest(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String tenant,
        @Nullable String shop,
        SumsDesk.@Nullable Asking asking,
        @Nullable String by) {

    SumsDesk.Days days(Caller caller) {
        return new SumsDesk.Days(from, to, caller.tenant(tenant), shop);
    }
}
