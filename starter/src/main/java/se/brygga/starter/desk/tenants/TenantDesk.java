package se.brygga.starter.desk.tenants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.onboarding.Leaving;
import se.brygga.activities.onboarding.Onboarding;
import se.brygga.activities.onboarding.Step;
import se.brygga.activities.setup.kept.ApplyingBook.Objected;
import se.brygga.activities.setup.kept.ApplyingBook.OtherVersion;
import se.brygga.activities.setup.kept.LeavingBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.Moved;
import se.brygga.setup.OutsideSystem;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.file.SetupCheck;
import se.brygga.setup.file.SetupFile;
import se.brygga.setup.keys.SetupSchema;
import se.brygga.setup.yaml.Mistake;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/** Tenants: their set-up files, and who is served. The books write the lines of the audit log. */
@Component
public class TenantDesk {

    /**
     * What the books say about a set-up that is not in force.
     *
     * @param objections what speaks against the set-up, each with its line in the file
     * @param warnings what an operator should know and need not change
     */
    public record SetupComparison(List<Refusal> objections, List<Refusal> warnings) {}

    /**
     * What an operator confirms when a set-up is taken into force.
     *
     * @param otherConnectorIsOff the operator says that the shop's other connector is switched off
     * @param ordersSince for a new shop: orders placed since then are transferred; null for those that the shop does
     *     not have yet
     * @param replaces the version that the set-up replaces; 0 for none
     */
    public record Confirmed(
            boolean otherConnectorIsOff, @Nullable Instant ordersSince, int replaces) {}

    private final SetupStore setups;
    private final SetupLists versions;
    private final Onboarding onboarding;
    private final Leaving leaving;

    TenantDesk(SetupStore setups, SetupLists versions, Onboarding onboarding, Leaving leaving) {
        this.setups = setups;
        this.versions = versions;
        this.onboarding = onboarding;
        this.leaving = leaving;
    }

    /**
     * What speaks against a tenant's document in a file: its mistakes, and what the books say. Asks no remote system,
     * and changes nothing.
     *
     * @throws RequestRefused the file has no document of this tenant
     */
    public SetupComparison compare(String tenant, SetupSource source) {
        SetupFile.Result read = source.read();
        if (!read.mistakes().isEmpty()) {
            return new SetupComparison(refusals(read.mistakes()), refusals(read.warnings()));
        }
        SetupFile.Result own = document(read, tenant);
        return new SetupComparison(
                SetupCheck.placed(own, setups.applying()::objections),
                Stream.concat(
                                refusals(read.warnings()).stream(),
                                SetupCheck.placed(
                                        own,
                                        setup -> setups.applying().moved(setup).stream()
                                                .map(Moved::warning)
                                                .toList())
                                        .stream())
                        .toList());
    }

    /**
     * Takes a tenant's document of a file into force. Tests the connections, stores a new version, and repairs the
     * shops' web hooks. Idempotent: a set-up that is in force already gets no new version.
     *
     * @throws RequestRefused nobody is named, or the file has no document of this tenant
     */
    public Application apply(String tenant, SetupSource source, Confirmed confirmed, Operator operator) {
        operator.requireName();
        SetupFile.Result read = source.read();
        if (!read.mistakes().isEmpty()) {
            return new Application.Refused(refusals(read.mistakes()));
        }
        SetupFile.Result own = document(read, tenant);
        try {
            setups.applying().requireVersion(tenant, confirmed.replaces());
            List<Refusal> objections =
                    SetupCheck.placed(own, setup -> onboarding.objections(setup, confirmed.otherConnectorIsOff()));
            if (!objections.isEmpty()) {
                return new Application.Refused(objections);
            }
            List<Refusal> warnings = new ArrayList<>(refusals(read.warnings()));
            warnings.addAll(SetupCheck.placed(own, onboarding::warnings));
            return new Application.Tried(warnings, apply(own, confirmed, operator));
        } catch (OtherVersion stale) {
            return new Application.Stale(stale.refusal());
        } catch (Objected applied) {
            return new Application.Refused(SetupCheck.placed(own, _ -> applied.objections()));
        }
    }

    private Outcome<Applied> apply(SetupFile.Result own, Confirmed confirmed, Operator operator) {
        TenantSetup setup = own.setups().getFirst();
        String subject = setup.tenant();
        try {
            List<Step> done = onboarding.apply(
                    setup,
                    own.texts().getFirst(),
                    new Onboarding.Confirmed(
                            confirmed.otherConnectorIsOff(),
                            confirmed.ordersSince(),
                            confirmed.replaces(),
                            operator.by()));
            return new Outcome.Followed<>(subject, Applied.of(done, List.of(), onboarding.triggers(setup.tenant())));
        } catch (RemoteFailure failure) {
            return new Outcome.Unknown<>(subject, Reason.SYSTEM_FAILED.of(failure.told()));
        }
    }

    private static List<Refusal> refusals(List<Mistake> mistakes) {
        return mistakes.stream().map(Mistake::refusal).toList();
    }

    /** The tenant's part of a file. The whole file is read, so that lines and comparisons fit the file. */
    private static SetupFile.Result document(SetupFile.Result read, String tenant) {
        List<String> tenants = read.setups().stream().map(TenantSetup::tenant).toList();
        int at = tenants.indexOf(tenant);
        if (at < 0) {
            throw Reason.TENANT_NOT_IN_FILE.refused(tenant, tenants);
        }
        return new SetupFile.Result(
                List.of(read.setups().get(at)),
                List.of(read.texts().get(at)),
                List.of(read.lines().get(at)),
                List.of(),
                read.warnings());
    }

    /**
     * The set-up in force, or the last one of a removed tenant.
     *
     * @throws NotFound there is no such tenant
     */
    public SetupVersion setup(String tenant) {
        return versions.newest(tenant).map(SetupVersion::of).orElseThrow(() -> new NotFound(setups.noTenant(tenant)));
    }

    /**
     * All versions of a tenant's set-up, the newest first, without their files.
     *
     * @throws NotFound there is no such tenant
     */
    public List<SetupVersion> versions(String tenant) {
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        return versions.versions(tenant).stream().map(SetupVersion::listed).toList();
    }

    /**
     * One of {@link #versions}, with its file.
     *
     * @throws NotFound there is no such tenant or version
     */
    public SetupVersion setup(String tenant, int version) {
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        return versions.find(tenant, version)
                .map(SetupVersion::of)
                .orElseThrow(() -> NotFound.because(Reason.NO_VERSION, tenant, version));
    }

    /**
     * Every shop of a tenant that was ever set up, served or not.
     *
     * @throws NotFound there is no such tenant
     */
    public List<ShopState> list(String tenant) {
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        return list().stream()
                .filter(shop -> shop.shop().tenant().equals(tenant))
                .toList();
    }

    /** The JSON Schema of set-up files, for editors. */
    public static String schema() {
        return SetupSchema.json();
    }

    /** Every shop of every tenant, served or not. */
    public List<ShopState> list() {
        List<ShopRef> staleHooks = setups.leaving().hooksInShops();
        return setups.everyShop().stream()
                .map(shop -> serviceState(shop, staleHooks.contains(shop)))
                .toList();
    }

    private ShopState serviceState(ShopRef shop, boolean staleHooks) {
        return setups.serviceState(shop)
                .map(now -> new ShopState(
                        shop,
                        Word.twin(ShopState.State.class, now.state()),
                        now.since(),
                        now.by(),
                        now.reason(),
                        staleHooks))
                .orElseGet(() -> new ShopState(shop, ShopState.State.SERVED, null, null, null, staleHooks));
    }

    /**
     * Makes new secrets for the callback URLs of a tenant's web hooks and triggers. The old URLs are refused within a
     * minute. Not idempotent: a repeat makes other secrets.
     *
     * @throws RequestRefused there is no such tenant, or nobody is named
     */
    public Outcome<Applied> rotateSecrets(String tenant, Operator operator) {
        operator.requireName();
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        Onboarding.Rotated rotated = onboarding.rotateSecrets(tenant, operator.by());
        return new Outcome.Followed<>(
                tenant, Applied.of(rotated.done(), rotated.failed(), onboarding.triggers(tenant)));
    }

    /**
     * Suspends a tenant or shop: nothing is read from it and nothing written to it until it is resumed.
     *
     * @throws RequestRefused the place is unknown or not served, or the reason or the name is missing
     */
    public Outcome<Applied> suspend(Place place, Operator operator) {
        return leave(place, operator, leaving::suspend);
    }

    /**
     * Ends the service of a tenant or shop for ever. Its credentials are deleted, and its orders stay readable.
     *
     * @throws RequestRefused the place is unknown or removed already, or the reason or the name is missing
     */
    public Outcome<Applied> remove(Place place, Operator operator) {
        return leave(place, operator, leaving::remove);
    }

    private Outcome<Applied> leave(
            Place place, Operator operator, BiFunction<OutsideSystem.Place, LeavingBook.Deed, List<Step>> how) {
        LeavingBook.Deed deed = deed(operator);
        NotFound.unless(() -> setups.requireKnown(place.tenant(), place.shop()));
        List<Step> done = how.apply(inBooks(place), deed);
        return new Outcome.Followed<>(place.toString(), Applied.of(done, List.of(), Map.of()));
    }

    /**
     * Serves a suspended tenant or shop again. Work continues where it stopped.
     *
     * @throws RequestRefused the place is unknown, not suspended, or suspended with its tenant; or the reason or the
     *     name is missing
     */
    public Outcome<Applied> resume(Place place, Operator operator) {
        LeavingBook.Deed deed = deed(operator);
        NotFound.unless(() -> setups.requireKnown(place.tenant(), place.shop()));
        Onboarding.Rotated resumed = onboarding.resume(inBooks(place), deed);
        return new Outcome.Followed<>(place.toString(), Applied.of(resumed.done(), resumed.failed(), Map.of()));
    }

    private static OutsideSystem.Place inBooks(Place place) {
        return new OutsideSystem.Place(place.tenant(), place.shopOrNone());
    }

    private static LeavingBook.Deed deed(Operator operator) {
        return new LeavingBook.Deed(operator.by(), operator.requireReason());
    }
}
