package se.brygga.activities.onboarding;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.setup.SetupDifference;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.specter.SpecterClient;
import se.brygga.activities.specter.SpecterClients;
import se.brygga.activities.starweb.StarwebClient;
import se.brygga.activities.starweb.StarwebClients;
import se.brygga.activities.starweb.StarwebOrder;
import se.brygga.activities.store.IntakeBook;
import se.brygga.activities.store.SetupStore;
import se.brygga.workflows.ShopRef;

/** Tries a set-up against the real systems, and takes it into force. */
public final class Onboarding {

    /**
     * What an operator has confirmed.
     *
     * @param otherConnectorIsOff the shop's orders carry another connector's marks, and that connector is switched off
     * @param ordersSince orders placed before are left alone; has no effect on a shop that has begun already
     * @param by login of the operator
     */
    public record Confirmed(boolean otherConnectorIsOff, Instant ordersSince, String by) {}

    private final StarwebClients starweb;
    private final SpecterClients specter;
    private final SetupStore setups;
    private final IntakeBook marks;
    private final WebHookRegistration webHooks;

    /** @param publicUrl where Starweb reaches the starter app, without a slash at the end */
    public Onboarding(
            StarwebClients starweb, SpecterClients specter, SetupStore setups, IntakeBook marks, URI publicUrl) {
        this.starweb = starweb;
        this.specter = specter;
        this.setups = setups;
        this.marks = marks;
        this.webHooks = new WebHookRegistration(publicUrl);
    }

    /** Everything that speaks against taking this set-up into force; changes nothing. */
    public List<String> objections(TenantSetup setup, boolean otherConnectorIsOff) {
        List<String> objections = new ArrayList<>();
        if (specter.forTenant(setup.tenant(), setup.specter()).check()
                instanceof SpecterClient.ConnectionCheck.Failed(String text)) {
            objections.add("Specter: " + text);
        }
        setup.shops().forEach(shop -> objections.addAll(objections(setup.tenant(), shop, otherConnectorIsOff)));
        return objections;
    }

    private List<String> objections(String tenant, ShopSetup shop, boolean otherConnectorIsOff) {
        try {
            StarwebClient client = starweb.forShop(new ShopRef(tenant, shop.shop()), shop.starweb());
            client.shop();
            Set<String> foreign = foreignMarks(client, shop);
            if (foreign.isEmpty() || otherConnectorIsOff) {
                return List.of();
            }
            return List.of("shop " + shop.shop() + ": recent orders carry marks of another connector " + foreign
                    + ". Two connectors make double orders: switch the other one off, then apply with"
                    + " --other-connector-is-off");
        } catch (RemoteFailure failure) {
            return List.of("shop " + shop.shop() + ": " + failure.getMessage());
        }
    }

    /** Marks on the hundred orders that changed last. */
    private static Set<String> foreignMarks(StarwebClient client, ShopSetup shop) {
        Set<String> foreign = new TreeSet<>();
        for (StarwebOrder order : client.ordersByLatestChange(1).orders()) {
            String type = order.externalIdType();
            if (type != null && !type.isBlank() && !type.equals(shop.starweb().externalIdType())) {
                foreign.add(type);
            }
        }
        return foreign;
    }

    /**
     * Takes a set-up without objections into force. May be repeated: what is in force already gets no new version, and only
     * web hooks that are missing or wrong are mended.
     *
     * @param fileWithoutSecrets the file as its owner wrote it, secrets masked
     * @return what was done, one line each
     * @throws RemoteFailure a shop did not take its web hooks; the set-up is in force, and a repeat mends it
     */
    public List<String> apply(TenantSetup setup, String fileWithoutSecrets, Confirmed confirmed) {
        List<String> done = new ArrayList<>();
        done.addAll(store(setup, fileWithoutSecrets, confirmed.by()));
        for (ShopSetup shop : setup.shops()) {
            ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
            marks.begin(ref, confirmed.ordersSince());
            String secret = setups.hookSecret(ref).orElseThrow();
            webHooks.register(starweb.forShop(ref, shop.starweb()), ref, secret)
                    .forEach(line -> done.add("shop " + shop.shop() + ": " + line));
        }
        return done;
    }

    private List<String> store(TenantSetup setup, String file, String by) {
        String tenant = setup.tenant();
        Optional<String> before = setups.file(tenant);
        List<String> difference =
                before.map(text -> SetupDifference.between(text, file)).orElse(List.of());
        boolean sameMeaning = setups.find(tenant).equals(Optional.of(setup));
        if (sameMeaning && difference.isEmpty()) {
            return List.of("tenant " + tenant + ": is in force already, as it stands here");
        }
        List<String> done = new ArrayList<>();
        int version = setups.apply(setup, file, by);
        done.add("tenant " + tenant + ": version " + version + " is in force");
        difference.forEach(line -> done.add("  " + line));
        if (before.isPresent() && difference.isEmpty()) {
            done.add("  only values that come from elsewhere, or secrets, are new");
        }
        return done;
    }
}
