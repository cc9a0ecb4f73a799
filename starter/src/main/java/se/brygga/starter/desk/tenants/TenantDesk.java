package se.brygga.starter.desk.tenants;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.onboarding.Leaving;
import se.brygga.activities.onboarding.Onboarding;
import se.brygga.activities.setup.kept.LeavingBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.Moved;
import se.brygga.setup.OutsideSystem;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.file.Mistake;
import se.brygga.setup.file.SetupCheck;
import se.brygga.setup.file.SetupFile;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;

/** Tenants: their set-up files, who is served, leaving and coming back. The books write the lines of the audit log. */
@Component
public class TenantDesk {

    /**
     * How a file is taken into force.
     *
     * @param otherConnectorIsOff the operator says that the shop's other connector is switched off
     * @param ordersSince for a new shop: orders placed since then are transferred; null: those that it does not have yet
     */
    public record Confirmed(
            boolean otherConnectorIsOff, @Nullable Instant ordersSince) {}

    private final SetupStore setups;
    private final Onboarding onboarding;
    private final Leaving leaving;

    TenantDesk(SetupStore setups, Onboarding onboarding, Leaving leaving) {
        this.setups = setups;
        this.onboarding = onboarding;
        this.leaving = leaving;
    }

    /**
     * What the books say of a file without mistakes: whether a place is taken, and what moves. Calls nobody, changes nothing.
     *
     * @return its tenants are empty
     */
    public Application compare(Path file) {
        SetupFile.Result read = SetupFile.read(file, SetupFile.environment());
        return new Application(
                SetupCheck.lines(read, setups::objections),
                SetupCheck.lines(
                        read,
                        setup ->
                                setups.moved(setup).stream().map(Moved::warning).toList()),
                List.of());
    }

    /**
     * Tries the connections, stores what is new, and mends the shops' web hooks. May be repeated: what is in force already gets
     * no new version.
     *
     * @throws IllegalArgumentException nobody is named
     */
    public Application apply(Path file, Confirmed confirmed, Operator operator) {
        operator.requireName();
        SetupFile.Result read = SetupFile.read(file, SetupFile.environment());
        List<String> objections =
                new ArrayList<>(read.mistakes().stream().map(Mistake::toString).toList());
        objections.addAll(
                SetupCheck.lines(read, setup -> onboarding.objections(setup, confirmed.otherConnectorIsOff())));
        List<String> warnings =
                new ArrayList<>(read.warnings().stream().map(Mistake::toString).toList());
        if (!objections.isEmpty() || read.setups().isEmpty()) {
            return new Application(objections, warnings, List.of());
        }
        warnings.addAll(SetupCheck.lines(read, onboarding::warnings));
        return new Application(
                List.of(),
                warnings,
                apply(
                        read,
                        new Onboarding.Confirmed(
                                confirmed.otherConnectorIsOff(), confirmed.ordersSince(), operator.by())));
    }

    private List<Outcome<Applied>> apply(SetupFile.Result read, Onboarding.Confirmed confirmed) {
        List<Outcome<Applied>> outcomes = new ArrayList<>();
        for (int i = 0; i < read.setups().size(); i++) {
            TenantSetup setup = read.setups().get(i);
            String subject = "tenant " + setup.tenant();
            try {
                List<String> done = onboarding.apply(setup, read.texts().get(i), confirmed);
                outcomes.add(new Outcome.Followed<>(
                        subject, new Applied(done, List.of(), onboarding.triggers(setup.tenant()))));
            } catch (RemoteFailure failure) {
                outcomes.add(new Outcome.Unknown<>(subject, String.valueOf(failure.getMessage())));
                return outcomes;
            }
        }
        return outcomes;
    }

    /**
     * A tenant's file as it is in force, without secrets.
     *
     * @throws IllegalArgumentException there is no such tenant
     */
    public String file(String tenant) {
        return setups.file(tenant).orElseThrow(() -> new IllegalArgumentException(setups.noTenant(tenant)));
    }

    /** Every shop of every tenant, served or not. */
    public List<ShopStanding> list() {
        List<ShopRef> hooksLeft = setups.leaving().hooksInShops();
        return setups.everyShop().stream()
                .map(shop -> standing(shop, hooksLeft.contains(shop)))
                .toList();
    }

    private ShopStanding standing(ShopRef shop, boolean hooksLeft) {
        return setups.standing(shop)
                .map(now -> new ShopStanding(
                        shop,
                        Word.twin(ShopStanding.State.class, now.state()),
                        now.since(),
                        now.by(),
                        now.reason(),
                        hooksLeft))
                .orElseGet(() -> new ShopStanding(shop, ShopStanding.State.SERVED, null, null, null, hooksLeft));
    }

    /**
     * Makes new secrets for a tenant's web hooks and triggers. The old URLs are refused within a minute. A repeat makes others.
     *
     * @throws IllegalArgumentException there is no such tenant, or nobody is named
     */
    public Outcome<Applied> rotateSecrets(String tenant, Operator operator) {
        operator.requireName();
        Onboarding.Rotated rotated = onboarding.rotateSecrets(tenant, operator.by());
        return new Outcome.Followed<>(
                "tenant " + tenant, new Applied(rotated.done(), rotated.failed(), onboarding.triggers(tenant)));
    }

    /**
     * Takes nothing from a tenant or shop and writes nothing there until it is resumed.
     *
     * @throws IllegalArgumentException the place is unknown or not served, or the reason or the name is missing
     */
    public Outcome<Applied> suspend(Place place, Operator operator) {
        return leave(place, operator, leaving::suspend);
    }

    /**
     * Ends the service of a tenant or shop for ever. Its credentials are deleted, its orders stay readable.
     *
     * @throws IllegalArgumentException the place is unknown or removed already, or the reason or the name is missing
     */
    public Outcome<Applied> remove(Place place, Operator operator) {
        return leave(place, operator, leaving::remove);
    }

    private static Outcome<Applied> leave(
            Place place, Operator operator, BiFunction<OutsideSystem.Place, LeavingBook.Deed, List<String>> how) {
        List<String> done = how.apply(inBooks(place), deed(operator));
        return new Outcome.Followed<>(inBooks(place).toString(), new Applied(done, List.of(), Map.of()));
    }

    /**
     * Serves a suspended tenant or shop again, from where it was left.
     *
     * @throws IllegalArgumentException the place is unknown, not suspended, or suspended with its tenant; or the reason or the
     *     name is missing
     */
    public Outcome<Applied> resume(Place place, Operator operator) {
        Onboarding.Rotated resumed = onboarding.resume(inBooks(place), deed(operator));
        return new Outcome.Followed<>(
                inBooks(place).toString(), new Applied(resumed.done(), resumed.failed(), Map.of()));
    }

    private static OutsideSystem.Place inBooks(Place place) {
        return new OutsideSystem.Place(place.tenant(), place.shopOrNone());
    }

    private static LeavingBook.Deed deed(Operator operator) {
        return new LeavingBook.Deed(operator.by(), operator.requireReason());
    }
}
