package se.brygga.activities.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.ShopHooks.WebHook;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.Objection;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.StatusSetup.Rule;
import se.brygga.setup.StockSetup;
import se.brygga.setup.StockSetup.Shown;
import se.brygga.setup.StockSetup.Sites;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.TenantSetup.Flow;
import se.brygga.workflows.refusal.RequestRefused;

class OnboardingTest {

    private static final String FILE = "tenant: nordkajak";
    private static final Onboarding.Confirmed CONFIRMED = new Onboarding.Confirmed(false, Instant.EPOCH, "test");

    private final ShopToBoard shop = new ShopToBoard();
    private Books books;
    private Onboarding onboarding;

    @BeforeEach
    void withBooks() {
        books = new Books(new MovableTime("2026-11-02T10:00:00Z"));
        onboarding = shop.onboarding(books);
    }

    @Test
    void hasNothingAgainstASetUpWhoseNamesAreAllThere() {
        assertThat(onboarding.objections(setUp("completed", "inStock", "Norge"), false))
                .isEmpty();
    }

    @Test
    void saysAllThatTheShopDoesNotHaveAtOnce() {
        assertThat(onboarding.objections(setUp("Levererad", "Finns", "Danmark"), false))
                .extracting(Objection::toString)
                .hasSize(3)
                .allSatisfy(
                        text -> assertThat(text).startsWith("shop kajak-se: ").contains("There are: "))
                .anySatisfy(text -> assertThat(text).contains("status.delivered.set"))
                .anySatisfy(text -> assertThat(text).contains("stock.statuses.refill"))
                .anySatisfy(text -> assertThat(text).contains("prices.lists.5"));
    }

    @Test
    void keepsWhatItFoundWhenTheNextQuestionFails() {
        shop.forbids("stockStatuses");

        assertThat(onboarding.objections(setUp("Levererad", "inStock", "Norge"), false))
                .extracting(Objection::toString)
                .hasSize(2)
                .last()
                .isEqualTo("shop kajak-se: starweb: GET /stockStatuses: forbidden");
    }

    @Test
    void asksAShopForNothingThatItsSetUpLeavesOff() {
        assertThat(onboarding.objections(SampleSetup.tenant(), false)).isEmpty();
        assertThat(shop.asked).containsExactly("shop", "changes 1", "webHooks", "orderStatuses");
        assertThat(shop.specter.checks).isOne();
    }

    @Test
    void givesOneTriggerUrlForEachKindAndKeepsThem() {
        onboarding.apply(setUp("completed", "inStock", "Norge"), FILE, CONFIRMED);
        Map<String, URI> triggers = onboarding.triggers("nordkajak");
        String secret = books.setups.triggerSecret("nordkajak").orElseThrow();

        assertThat(triggers.keySet()).containsExactly("stock", "article", "order", "cancelled", "invoice");
        assertThat(triggers)
                .containsEntry("stock", URI.create("https://brygga.example/trigger/nordkajak/stock/" + secret));
        onboarding.apply(setUp("picking", "inStock", "Norge"), FILE, CONFIRMED);
        assertThat(onboarding.triggers("nordkajak")).isEqualTo(triggers);
    }

    @Test
    void aHostNameThatMakesTheUrlsTooLongIsRefusedBeforeAnythingIsStored() {
        Onboarding far = new Onboarding(
                shop.shops(),
                shop.specter(),
                books.setups,
                new Onboarding.Books(books.marks, books.dirty),
                books.transactions,
                URI.create("https://" + "b".repeat(240) + ".example"));
        Optional<String> file = books.setups.file("nordkajak");
        Optional<String> secret = books.setups.triggerSecret("nordkajak");

        assertThatThrownBy(() -> far.apply(setUp("picking", "inStock", "Norge"), FILE, CONFIRMED))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("brygga.public-url");
        assertThatThrownBy(() -> far.rotateSecrets("nordkajak", "anna")).isInstanceOf(RequestRefused.class);
        assertThat(books.setups.file("nordkajak")).isEqualTo(file);
        assertThat(books.setups.triggerSecret("nordkajak")).isEqualTo(secret);
    }

    @Test
    void givesNoTriggersWhereNothingIsPulled() {
        onboarding.apply(with(Flow.STARWEB, null, null, null), FILE, CONFIRMED);

        assertThat(onboarding.triggers("nordkajak")).isEmpty();
        assertThat(onboarding.triggers("tehuset")).isEmpty();
    }

    @Test
    void makesTheTriggerSecretOfASetUpThatWasInForceBeforeThereWereTriggers() {
        onboarding.apply(SampleSetup.tenant(), FILE, CONFIRMED);
        books.jdbc.sql("truncate tenant_trigger").update();
        Onboarding later = new Onboarding(
                shop.shops(),
                shop.specter(),
                books.setupsOfANewProcess(),
                new Onboarding.Books(books.marks, books.dirty),
                books.transactions,
                URI.create("https://brygga.example"));

        List<Step> first = later.apply(SampleSetup.tenant(), FILE, CONFIRMED);
        List<Step> second = later.apply(SampleSetup.tenant(), FILE, CONFIRMED);

        assertThat(first).contains(new Step(Step.Kind.VERSION_IN_FORCE, "nordkajak", "2"));
        assertThat(later.triggers("nordkajak")).hasSize(5);
        assertThat(second).contains(new Step(Step.Kind.IN_FORCE_ALREADY, "nordkajak", ""));
    }

    @Test
    void warnsOfMethodsThatTheShopDoesNotHave() {
        assertThat(onboarding.warnings(SampleSetup.tenant())).isEmpty();
        shop.forbids("shippingMethods");
        assertThat(onboarding.warnings(SampleSetup.tenant()))
                .extracting(Objection::toString)
                .containsExactly(
                        "shop kajak-se: starweb: its methods could not be looked up. GET /shippingMethods: forbidden");
    }

    @Test
    void warnsOfARuleForInvoicesThatNothingCanTellOf() {
        StatusSetup invoiced = new StatusSetup(
                Map.of(Event.INVOICED, new Rule("completed", false, true, false, false)),
                Map.of(),
                List.of("created", "picking", "completed"),
                14);

        assertThat(onboarding.warnings(with(Flow.COMBINED, invoiced, null, null)))
                .extracting(Objection::toString)
                .singleElement(STRING)
                .startsWith("shop kajak-se: status.invoiced: can never happen")
                .endsWith("specter.triggerOrderId: number.");
        assertThat(onboarding.warnings(setUp("completed", "inStock", "Norge"))).isEmpty();
    }

    @Test
    void refusesAShopWithAnotherConnectorsMarksUntilThatIsSwitchedOff() {
        hasOrders(
                SampleOrder.of(1, "2026-11-01T10:00:00Z").mark("5001", "SpecterSync"),
                SampleOrder.of(2, "2026-11-01T11:00:00Z").mark(null, null),
                SampleOrder.of(3, "2026-11-01T12:00:00Z").mark("77", "OldSync"));

        assertThat(onboarding.objections(SampleSetup.tenant(), false))
                .extracting(Objection::toString)
                .singleElement(STRING)
                .startsWith("shop kajak-se: ")
                .contains("another connector: OldSync.", "--other-connector-is-off")
                .doesNotContain("SpecterSync");
        assertThat(onboarding.objections(SampleSetup.tenant(), true)).isEmpty();
    }

    @Test
    void ourOwnMarksAreNoOtherConnectors() {
        hasOrders(SampleOrder.of(1, "2026-11-01T10:00:00Z").mark("5001", "SpecterSync"));

        assertThat(onboarding.objections(SampleSetup.tenant(), false)).isEmpty();
    }

    @Test
    void registersTheWebHooksAndSaysSo() {
        List<Step> done = onboarding.apply(SampleSetup.tenant(), FILE, CONFIRMED);

        assertThat(done)
                .contains(new Step(Step.Kind.HOOK_CREATED, "nordkajak/kajak-se", "order-completed"))
                .noneMatch(step -> step.toString()
                        .contains(books.setups.hookSecret(SampleSetup.SHOP).orElseThrow()));
        assertThat(shop.webHooks).hasSize(4);
        assertThat(onboarding.apply(SampleSetup.tenant(), FILE, CONFIRMED))
                .containsExactly(new Step(Step.Kind.IN_FORCE_ALREADY, "nordkajak", ""));
    }

    @Test
    void aSetUpIsNotInForceBeforeItsShopsHaveBegun() {
        Onboarding.Confirmed impossible = new Onboarding.Confirmed(false, Instant.MAX, "test");

        assertThatThrownBy(() -> onboarding.apply(setUp("completed", "inStock", "Norge"), FILE, impossible))
                .isInstanceOf(RuntimeException.class);

        assertThat(books.setupsOfANewProcess().find("nordkajak")).contains(SampleSetup.tenant());
    }

    @Test
    void aNewShopBeginsWithTheOrdersThatTheOperatorSays() {
        Instant since = Instant.parse("2026-10-01T00:00:00Z");

        onboarding.apply(SampleSetup.tenant(), FILE, new Onboarding.Confirmed(false, since, "test"));

        assertThat(books.marks.find(SampleSetup.SHOP))
                .map(IntakeBook.Mark::since)
                .contains(since);
    }

    @Test
    void aShopThatHasBegunKeepsItsBeginning() {
        Instant since = Instant.parse("2026-10-01T00:00:00Z");
        onboarding.apply(SampleSetup.tenant(), FILE, new Onboarding.Confirmed(false, since, "test"));

        onboarding.apply(SampleSetup.tenant(), FILE, CONFIRMED);

        assertThat(books.marks.find(SampleSetup.SHOP))
                .map(IntakeBook.Mark::since)
                .contains(since);
    }

    @Test
    void givesWebHooksAndTriggersNewSecrets() {
        onboarding.apply(setUp("completed", "inStock", "Norge"), FILE, CONFIRMED);
        List<WebHook> before = List.copyOf(shop.webHooks);
        Map<String, URI> triggersBefore = onboarding.triggers("nordkajak");

        Onboarding.Rotated rotated = onboarding.rotateSecrets("nordkajak", "anna");

        String secret = books.setups.hookSecret(SampleSetup.SHOP).orElseThrow();
        assertThat(rotated.done())
                .hasSize(4)
                .contains(new Step(Step.Kind.HOOK_MENDED, "nordkajak/kajak-se", "order-completed"));
        assertThat(rotated.failed()).isEmpty();
        assertThat(shop.webHooks)
                .allSatisfy(hook -> assertThat(hook.url()).endsWith("/" + secret))
                .doesNotContainAnyElementsOf(before)
                .extracting(WebHook::webHookId)
                .containsExactlyElementsOf(
                        before.stream().map(WebHook::webHookId).toList());
        assertThat(onboarding.triggers("nordkajak").values())
                .hasSize(5)
                .doesNotContainAnyElementsOf(triggersBefore.values());
    }

    @Test
    void saysWhichShopKeepsItsOldSecretAndMendsItLater() {
        onboarding.apply(SampleSetup.tenant(), FILE, CONFIRMED);
        shop.fails("updateWebHook");

        assertThat(onboarding.rotateSecrets("nordkajak", "anna").failed())
                .containsExactly(
                        new Step(Step.Kind.HOOKS_WITH_OLD_SECRET, "nordkajak/kajak-se", "/updateWebHook: no answer"));

        shop.mends("updateWebHook");
        assertThat(onboarding.apply(SampleSetup.tenant(), FILE, CONFIRMED))
                .contains(new Step(Step.Kind.HOOK_MENDED, "nordkajak/kajak-se", "order-completed"));
    }

    @Test
    void hasNoSecretsForATenantThatItDoesNotKnow() {
        assertThatThrownBy(() -> onboarding.rotateSecrets("nobody", "anna"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nordkajak");
    }

    private void hasOrders(SampleOrder... orders) {
        for (SampleOrder order : orders) {
            shop.shop.orders.put(order.build());
        }
    }

    static TenantSetup setUp(String delivered, String refill, String list) {
        return with(
                Flow.COMBINED,
                new StatusSetup(
                        Map.of(Event.DELIVERED, new Rule(delivered, true, true, true, false)),
                        Map.of("1", "PostNord"),
                        List.of("created", "picking", "completed"),
                        14),
                new StockSetup(
                        Sites.SUM,
                        Map.of(),
                        refill,
                        null,
                        new Shown(0, null),
                        List.of(),
                        Map.of(),
                        false,
                        StockSetup.Gone.ZERO),
                new PriceSetup(true, Map.of("5", list), BigDecimal.TEN, true, "SEK"));
    }

    private static TenantSetup with(
            Flow flow, @Nullable StatusSetup status, @Nullable StockSetup stock, @Nullable PriceSetup prices) {
        TenantSetup sample = SampleSetup.tenant();
        return new TenantSetup(
                sample.tenant(),
                sample.plan(),
                flow,
                sample.specter(),
                List.of(SampleSetup.shop(status, stock, prices)),
                FeedSetup.DEFAULT);
    }
}
