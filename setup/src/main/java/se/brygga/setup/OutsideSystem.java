package se.brygga.setup;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.workflows.refusal.Refusal;

/**
 * A system outside Brygga that a set-up uses. Two set-ups with the same system would transfer its orders twice. So only
 * one place may use each system (ADR 11).
 *
 * @param key equal for all ways to write the same system
 * @param place where the system is used
 */
public record OutsideSystem(Kind kind, String key, Place place) {

    /** The kinds of systems that only one place may use. */
    public enum Kind {
        STARWEB_SHOP,
        STARWEB_CLIENT,
        SPECTER_ACCOUNT;

        /** The code in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The part of a set-up that uses a system.
     *
     * @param shop empty for what belongs to the tenant as a whole
     */
    public record Place(String tenant, String shop) {

        /** The name for people: {@code nordkajak/kajak-se}, or the tenant alone. */
        public String name() {
            return shop.isEmpty() ? tenant : tenant + "/" + shop;
        }

        /** The word {@code tenant} or {@code shop}. */
        public String part() {
            return shop.isEmpty() ? "tenant" : "shop";
        }

        @Override
        public String toString() {
            return part() + " " + name();
        }
    }

    /** An objection to this place of the set-up's file. */
    public Objection objection(Refusal what) {
        return new Objection(place.shop(), List.of(kind == Kind.SPECTER_ACCOUNT ? "specter" : "starweb"), what);
    }

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);

    /** All systems that a set-up uses. Every caller gets the same order, so that locks cannot deadlock. */
    public static List<OutsideSystem> of(TenantSetup setup) {
        List<OutsideSystem> used = new ArrayList<>();
        used.add(ofSpecter(setup.tenant(), setup.specter()));
        setup.shops().forEach(shop -> used.addAll(ofShop(setup.tenant(), shop)));
        used.sort(Comparator.comparing(OutsideSystem::kind).thenComparing(OutsideSystem::key));
        return used;
    }

    /** A tenant's Specter account. The account's number identifies it on its host, whatever the path. */
    public static OutsideSystem ofSpecter(String tenant, SpecterSetup specter) {
        return new OutsideSystem(
                Kind.SPECTER_ACCOUNT, host(specter.baseUrl()) + "/" + specter.sbmId(), new Place(tenant, ""));
    }

    /** A shop's address, and its client. */
    public static List<OutsideSystem> ofShop(String tenant, ShopSetup shop) {
        Place place = new Place(tenant, shop.shop());
        URI address = shop.starweb().baseUrl();
        return List.of(
                new OutsideSystem(Kind.STARWEB_SHOP, host(address) + path(address), place),
                new OutsideSystem(
                        Kind.STARWEB_CLIENT, shop.starweb().clientId().strip().toLowerCase(Locale.ROOT), place));
    }

    /**
     * The host in one form: scheme, usual port, a dot at the end, and the names of this machine make no difference.
     */
    private static String host(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        String one = THIS_MACHINE.contains(host) ? "127.0.0.1" : host;
        return USUAL_PORTS.contains(address.getPort()) ? one : one + ":" + address.getPort();
    }

    private static String path(URI address) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : String.valueOf(address.getPath()).split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part.toLowerCase(Locale.ROOT));
            }
        }
        return parts.isEmpty() ? "" : "/" + String.join("/", parts);
    }
}
