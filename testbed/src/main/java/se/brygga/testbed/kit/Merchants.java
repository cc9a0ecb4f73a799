package se.brygga.testbed.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.onboarding.Onboarding;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.Objection;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.setup.file.SetupFile;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.triggers.SimTriggerKind;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.workflows.OrderRef;

/** The merchants of {@code demo-setup.yaml}, set up against the simulators as an operator would do it. */
public final class Merchants {

    private static final Map<String, Long> ACCOUNT = Map.of("kajak-se", 9999L, "kajak-no", 9999L, "te-butiken", 8888L);

    private static final Map<String, String> TENANT =
            Map.of("kajak-se", "nordkajak", "kajak-no", "nordkajak", "te-butiken", "tehuset");

    private static final Map<String, String> PREFIX = Map.of("kajak-se", "K", "kajak-no", "N", "te-butiken", "");

    private Merchants() {}

    /** Specter's account of a simulated shop. */
    public static long account(String shop) {
        return Objects.requireNonNull(ACCOUNT.get(shop), shop);
    }

    /** An order of a simulated shop, as Brygga names it. */
    public static OrderRef order(String shop, long orderId) {
        return OrderRef.of(Objects.requireNonNull(TENANT.get(shop), shop), shop, orderId);
    }

    /** An order's number in Specter's {@code externalOrderNo}. */
    public static String externalNo(OrderRef order) {
        return PREFIX.getOrDefault(order.shop().shop(), "") + order.orderId();
    }

    /**
     * Reads the file, tries the connections, stores the set-ups and registers the web hooks.
     *
     * @throws IllegalStateException something speaks against it; the message is what an operator would read
     * @throws se.brygga.clients.remote.RemoteFailure a shop or Specter does not answer, or is too busy
     */
    public static void setUp(Apps apps, StarwebSimulator starweb, SpecterSimulator specter) {
        // Not the orders that the simulated shops have from before.
        Instant since = starweb.clock().instant().minus(Duration.ofHours(1));
        setUp(apps, file(), environment(starweb, specter), since);
    }

    /** As above, from any file's text. */
    public static void setUp(Apps apps, String file, Map<String, String> environment, Instant ordersSince) {
        SetupFile.Result result = SetupFile.read(
                file,
                name -> Optional.ofNullable(environment.get(name))
                        .or(() -> SetupFile.environment().apply(name)));
        if (!result.mistakes().isEmpty()) {
            throw new IllegalStateException("the set-up file has mistakes: " + result.mistakes());
        }
        Onboarding onboarding = onboarding(apps);
        for (int i = 0; i < result.setups().size(); i++) {
            TenantSetup setup = result.setups().get(i);
            onboarding.requireAnswers(setup);
            List<Objection> objections = onboarding.objections(setup, false);
            if (!objections.isEmpty()) {
                throw new IllegalStateException("tenant " + setup.tenant() + ": " + objections);
            }
            onboarding.apply(setup, result.texts().get(i), new Onboarding.Confirmed(false, ordersSince, "demo"));
        }
    }

    /**
     * Does what Specter's support does for a merchant: enters the trigger URLs, so that changes come within seconds. After
     * {@link #setUp}; a merchant that is not set up gets none.
     */
    public static void registerTriggers(Apps apps, SpecterSimulator specter) {
        Onboarding onboarding = onboarding(apps);
        TENANT.forEach((shop, tenant) -> {
            Map<SimTriggerKind, String> urls = new EnumMap<>(SimTriggerKind.class);
            onboarding.triggers(tenant).forEach((kind, url) -> urls.put(triggerKind(kind), url.toString()));
            specter.triggers().register(account(shop), urls);
        });
    }

    private static SimTriggerKind triggerKind(String kind) {
        return kind.equals("cancelled") ? SimTriggerKind.ORDER_CANCELLED : SimTriggerKind.byId(kind);
    }

    private static Onboarding onboarding(Apps apps) {
        return new Onboarding(
                apps.workerBean(WebShops.class),
                apps.workerBean(SpecterClients.class),
                apps.workerBean(SetupStore.class),
                new Onboarding.Books(apps.workerBean(IntakeBook.class), apps.workerBean(DirtyBook.class)),
                apps.workerBean(TransactionTemplate.class),
                apps.starterUri());
    }

    /** The file's text, as it stands in the project. */
    public static String file() {
        try (InputStream in = Merchants.class.getResourceAsStream("/demo-setup.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the products of a shop on their way to Specter. */
    public static String fileWithProducts() {
        return file().replaceFirst("(?m)^    prices:$", "    products: { removed: mark }\n    prices:");
    }

    /** Values for the file's {@code ${…}}: the simulators' addresses and credentials. */
    public static Map<String, String> environment(StarwebSimulator starweb, SpecterSimulator specter) {
        return Map.of(
                "SPECTER_URL",
                specter.uri() + "/",
                "SPECTER_INTEGRATION_KEY",
                SpecterSimulator.INTEGRATION_KEY,
                "NORDKAJAK_SPECTER_KEY",
                SpecterSimulator.USER_KEY_9999,
                "TEHUSET_SPECTER_KEY",
                SpecterSimulator.USER_KEY_8888,
                "KAJAK_SE_URL",
                starweb.apiBase("kajak-se"),
                "KAJAK_SE_SECRET",
                "secret-kajak-se",
                "KAJAK_NO_URL",
                starweb.apiBase("kajak-no"),
                "KAJAK_NO_SECRET",
                "secret-kajak-no",
                "TE_BUTIKEN_URL",
                starweb.apiBase("te-butiken"),
                "TE_BUTIKEN_SECRET",
                "secret-te-butiken");
    }
}
