package se.brygga.activities.onboarding;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.feed.TriggerKind;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.intake.Intake;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.setup.kept.ApplyingBook.Objected;
import se.brygga.activities.setup.kept.ApplyingBook.OtherVersion;
import se.brygga.activities.setup.kept.LeavingBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.Objection;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.RequestRefused;

/** Tests a set-up against the real systems, and takes it into force. */
public final class Onboarding {

    /**
     * What an operator has confirmed.
     *
     * @param otherConnectorIsOff the shop's orders carry another connector's marks, and that connector is switched off
     * @param ordersSince orders placed before are left alone; null begins after the orders that the shop has now. Has
     *     no effect on a shop that has begun already
     * @param replaces the version that this set-up replaces, 0 for none; null for whatever is in force
     * @param by login of the operator
     */
    public record Confirmed(
            boolean otherConnectorIsOff,
            @Nullable Instant ordersSince,
            @Nullable Integer replaces,
            String by) {

        /** Confirmed for whatever version is in force. */
        public Confirmed(boolean otherConnectorIsOff, @Nullable Instant ordersSince, String by) {
            this(otherConnectorIsOff, ordersSince, null, by);
        }
    }

    /** What is kept of shops besides their set-ups: where each began, and which a push must look at. */
    public record Books(IntakeBook marks, DirtyBook dirty) {}

    private static final List<Feed> PUSHED = List.of(Feed.STOCK, Feed.PRICES);

    private final WebShops shops;
    private final SetupStore setups;
    private final Books books;
    private final TransactionTemplate transactions;
    private final WebHookRegistration webHooks;
    private final Leaving leaving;
    private final SetupTrial trial;
    private final URI publicUrl;

    /** @param publicUrl where Starweb and Specter reach the starter app, without a slash at the end */
    public Onboarding(
            WebShops shops,
            SpecterClients specter,
            SetupStore setups,
            Books books,
            TransactionTemplate transactions,
            URI publicUrl) {
        this.shops = shops;
        this.setups = setups;
        this.books = books;
        this.transactions = transactions;
        this.webHooks = new WebHookRegistration(publicUrl);
        this.leaving = new Leaving(setups, shops);
        this.trial = new SetupTrial(shops, specter, setups);
        this.publicUrl = publicUrl;
    }

    /** Everything that speaks against taking this set-up into force. Changes nothing. */
    public List<Objection> objections(TenantSetup setup, boolean otherConnectorIsOff) {
        return trial.objections(setup, otherConnectorIsOff);
    }

    /**
     * Tests whether Specter and each shop answer. Changes nothing.
     *
     * @throws RemoteFailure one of them does not answer, or is too busy, which may pass. What does not pass is an
     *     {@link #objections objection}
     */
    public void requireAnswers(TenantSetup setup) {
        trial.requireAnswers(setup);
    }

    /**
     * What an operator should know of a set-up and need not change. That is: payment and shipping methods that its
     * shops do not have, shipping methods without a carrier, and what moves. Also a rule for invoices of which nothing
     * can tell. Changes nothing.
     */
    public List<Objection> warnings(TenantSetup setup) {
        return trial.warnings(setup);
    }

    /**
     * Takes a set-up without objections into force. Idempotent: a set-up that is in force already gets no new version,
     * and only missing or wrong web hooks are repaired.
     *
     * @param fileWithoutSecrets the file as its owner wrote it, secrets masked
     * @return what was done
     * @throws RemoteFailure a shop did not take its web hooks; the set-up is in force, and a repeat mends this
     * @throws RequestRefused the callback URLs of web hooks would be too long, or one of the two below; nothing was
     *     changed
     * @throws OtherVersion another version is in force than the operator has seen
     * @throws Objected the books speak against the set-up
     */
    public List<Step> apply(TenantSetup setup, String fileWithoutSecrets, Confirmed confirmed) {
        webHooks.requireShortUrls(setup);
        List<Step> done = new ArrayList<>();
        Map<ShopRef, IntakeBook.Beginning> beginnings = beginnings(setup, confirmed.ordersSince());
        transactions.executeWithoutResult(tx -> {
            if (confirmed.replaces() != null) {
                setups.applying().requireVersion(setup.tenant(), confirmed.replaces());
            }
            done.addAll(store(setup, fileWithoutSecrets, confirmed.by()));
            // Stored together with the set-up. Otherwise the intake of a shop with a set-up and no mark would begin at
            // the present time.
            beginnings.forEach(books.marks()::begin);
        });
        done.addAll(leaving.takeOutHooksAtOldAddresses(setup.tenant()));
        setup.shops().forEach(shop -> done.addAll(registerWebHooks(setup, shop)));
        return done;
    }

    /** The beginnings of the shops that have not begun. */
    private Map<ShopRef, IntakeBook.Beginning> beginnings(TenantSetup setup, @Nullable Instant since) {
        Map<ShopRef, IntakeBook.Beginning> beginnings = new LinkedHashMap<>();
        for (ShopSetup shop : setup.shops()) {
            ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
            if (books.marks().find(ref).isEmpty()) {
                beginnings.put(
                        ref,
                        since == null
                                ? Intake.beginning(shops.shop(ref, shop).orders())
                                : IntakeBook.Beginning.at(since));
            }
        }
        return beginnings;
    }

    /**
     * Serves a suspended place again, and registers the web hooks of its shops.
     *
     * @throws RequestRefused the place is unknown, not suspended, or suspended with its tenant
     */
    public Rotated resume(Place place, LeavingBook.Deed deed) {
        leaving.requireSuspended(place);
        TenantSetup setup = transactions.execute(tx -> {
            setups.leaving().resume(place, deed);
            // Read after the place is served again. A place that is refused stays suspended.
            TenantSetup served = setups.named(place.tenant());
            markDirty(served);
            webHooks.requireShortUrls(served);
            return served;
        });
        List<ShopSetup> resumed = setup.shops().stream()
                .filter(shop -> place.shop().isEmpty() || place.shop().equals(shop.shop()))
                .toList();
        return registerWebHooks(setup.with(resumed), Step.Kind.HOOKS_NOT_REGISTERED);
    }

    /**
     * What came of new secrets.
     *
     * @param failed each shop that did not take its web hooks. They are refused until {@link #apply} or another
     *     rotation mends them. The intake finds the orders meanwhile
     */
    public record Rotated(List<Step> done, List<Step> failed) {}

    /**
     * Makes new secrets for a tenant's web hooks and triggers. The shops' web hooks get the new callback URLs. The old
     * ones are refused within a minute. Not idempotent: a repeat makes other secrets.
     *
     * @throws RequestRefused there is no such tenant
     */
    public Rotated rotateSecrets(String tenant, String by) {
        TenantSetup setup = setups.named(tenant);
        webHooks.requireShortUrls(setup);
        setups.applying().replaceUrlSecrets(setup, by);
        return registerWebHooks(setup, Step.Kind.HOOKS_WITH_OLD_SECRET);
    }

    /** @param otherwise the step for a shop that does not take its web hooks */
    private Rotated registerWebHooks(TenantSetup setup, Step.Kind otherwise) {
        Rotated rotated = new Rotated(new ArrayList<>(), new ArrayList<>());
        for (ShopSetup shop : setup.shops()) {
            try {
                rotated.done().addAll(registerWebHooks(setup, shop));
            } catch (RemoteFailure failure) {
                ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
                rotated.failed().add(Step.of(otherwise, ref, failure.told()));
            }
        }
        return rotated;
    }

    private List<Step> registerWebHooks(TenantSetup setup, ShopSetup shop) {
        ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
        if (setups.serviceState(ref).isPresent()) {
            return List.of(Step.of(Step.Kind.HOOKS_WHEN_RESUMED, ref));
        }
        String secret = setups.hookSecret(ref).orElseThrow();
        return webHooks.register(shops.shop(ref, shop).hooks(), ref, WebHookRegistration.events(setup, ref), secret);
    }

    /**
     * The callback URLs for Specter's support to enter (Specter reference section 9), by kind. Empty for an unknown
     * tenant. Empty also for a tenant whose shops are master, because nothing is pulled for it.
     */
    public Map<String, URI> triggers(String tenant) {
        Map<String, URI> urls = new LinkedHashMap<>();
        if (setups.find(tenant)
                .filter(setup -> setup.flow() != TenantSetup.Flow.STARWEB)
                .isPresent()) {
            setups.triggerSecret(tenant)
                    .ifPresent(secret -> Arrays.stream(TriggerKind.values())
                            .forEach(kind -> urls.put(
                                    kind.key(),
                                    URI.create(publicUrl + "/trigger/" + tenant + "/" + kind.key() + "/" + secret))));
        }
        return urls;
    }

    /** What a shop should show follows from its set-up, and nobody has looked at one that was not served. */
    private void markDirty(TenantSetup setup) {
        PUSHED.forEach(feed -> books.dirty().mark(feed, setup.shopsThatWant(feed)));
    }

    private List<Step> store(TenantSetup setup, String file, String by) {
        String tenant = setup.tenant();
        Optional<String> before = setups.file(tenant);
        List<String> difference =
                before.map(text -> SetupDifference.between(text, file)).orElse(List.of());
        // A set-up that cannot be read is stored once more, with new secrets.
        if (difference.isEmpty() && setups.isInForce(setup)) {
            return List.of(new Step(Step.Kind.IN_FORCE_ALREADY, tenant, ""));
        }
        List<Step> done = new ArrayList<>();
        int version = setups.applying().apply(setup, file, by);
        markDirty(setup);
        done.add(new Step(Step.Kind.VERSION_IN_FORCE, tenant, Integer.toString(version)));
        difference.forEach(line -> done.add(new Step(Step.Kind.LINE_CHANGED, tenant, line)));
        if (before.isPresent() && difference.isEmpty()) {
            done.add(new Step(Step.Kind.SECRETS_CHANGED, tenant, ""));
        }
        return done;
    }
}
