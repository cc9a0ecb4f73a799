package se.brygga.starter.desk.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * The holder of a good token.
 *
 * @param token id of the token
 * @param name the token's name
 * @param tenants the tenants whose data the caller reaches; empty for every tenant
 */
public record Caller(String token, String name, Set<Right> rights, Set<String> tenants) {

    /** Whether the caller reaches this tenant. */
    public boolean reaches(String tenant) {
        return tenants.isEmpty() || tenants.contains(tenant);
    }

    /** Whether the caller reaches every tenant. */
    public boolean reachesAll() {
        return tenants.isEmpty();
    }

    /**
     * Refuses a tenant that the caller does not reach, as if the tenant did not exist.
     *
     * @throws NotFound the caller does not reach the tenant
     */
    public void require(String tenant) {
        if (!reaches(tenant)) {
            throw NotFound.because(Reason.TENANT_NOT_REACHED, tenant);
        }
    }

    /**
     * Refuses what belongs to a tenant that the caller does not reach, or to all tenants together.
     *
     * @param tenant null for all tenants
     * @throws NotFound the caller does not reach the tenant
     */
    public void requireReach(@Nullable String tenant) {
        if (tenant == null && !reachesAll()) {
            throw NotFound.because(Reason.ALL_TENANTS_NOT_REACHED);
        }
        if (tenant != null) {
            require(tenant);
        }
    }

    /**
     * The tenant of a list that can have one tenant or all.
     *
     * @param asked null where the request names no tenant
     * @return null for every tenant
     * @throws NotFound the caller does not reach the tenant
     * @throws RequestRefused the caller reaches several tenants and names none
     */
    public @Nullable String tenant(@Nullable String asked) {
        if (asked != null) {
            require(asked);
            return asked;
        }
        if (tenants.size() > 1) {
            throw Reason.TENANT_NOT_NAMED.refused(new TreeSet<>(tenants));
        }
        return reachesAll() ? null : tenants.iterator().next();
    }

    /**
     * The tenants of a list that can have several.
     *
     * @param asked null where the request names no tenant
     * @return empty for every tenant
     * @throws NotFound the caller does not reach the tenant
     */
    public Set<String> tenants(@Nullable String asked) {
        if (asked == null) {
            return tenants;
        }
        require(asked);
        return Set.of(asked);
    }

    /**
     * Reads a list of one tenant, or one of each tenant that the caller reaches.
     *
     * @param asked null where the request names no tenant
     * @param list is called with null for every tenant
     * @throws NotFound the caller does not reach the tenant
     */
    public <L> List<L> ofEach(@Nullable String asked, Function<@Nullable String, L> list) {
        if (asked != null) {
            require(asked);
            return List.of(list.apply(asked));
        }
        return reachesAll()
                ? List.of(list.apply(null))
                : tenants.stream().sorted().map(list).toList();
    }

    /**
     * Who makes a change. The audit log shows the token, and the person whom its holder named.
     *
     * @param by login of the person; null for the token's holder
     */
    public Operator operator(@Nullable String by, @Nullable String reason) {
        return new Operator(
                by == null || by.isBlank() || by.equals(name) ? name : by.strip() + " (token " + name + ")", reason);
    }
}
