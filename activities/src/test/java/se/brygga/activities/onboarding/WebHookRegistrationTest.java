package se.brygga.activities.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.shop.ShopHooks.WebHook;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.RequestRefused;

class WebHookRegistrationTest {

    private static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");
    private static final String URL = "https://brygga.example/hook/nordkajak/kajak-se/";

    private final ShopToBoard shop = new ShopToBoard();
    private final WebHookRegistration registration = new WebHookRegistration(URI.create("https://brygga.example"));

    @Test
    void createsOneForEachEventThatTheReceiverUnderstands() {
        assertThat(register())
                .containsExactly(
                        step(Step.Kind.HOOK_CREATED, "order-completed"),
                        step(Step.Kind.HOOK_CREATED, "order-status-changed"),
                        step(Step.Kind.HOOK_CREATED, "order-updated"),
                        step(Step.Kind.HOOK_CREATED, "order-deleted"));
        assertThat(shop.webHooks)
                .extracting(WebHook::name, WebHook::event, WebHook::statusId, WebHook::url)
                .contains(tuple("Brygga: order-completed", "order-completed", null, URL + "order-completed/s3cret"))
                .hasSize(4);
    }

    @Test
    void aShopWhoseProductsGoToSpecterTellsOfProductsTooUntilTheSetUpSaysOtherwise() {
        TenantSetup toSpecter = SampleSetup.withProducts(SampleSetup.products(Direction.TO_SPECTER));

        register(toSpecter);

        assertThat(shop.webHooks)
                .extracting(WebHook::event)
                .contains("product-created", "product-updated", "product-removed")
                .hasSize(7);
        assertThat(register(toSpecter)).isEmpty();
        assertThat(register())
                .extracting(Step::kind)
                .containsExactly(Step.Kind.HOOK_REMOVED, Step.Kind.HOOK_REMOVED, Step.Kind.HOOK_REMOVED);
    }

    @Test
    void asksOnlyForTheListWhenAllIsRight() {
        register();
        shop.asked.clear();

        assertThat(register()).isEmpty();
        assertThat(shop.asked).containsExactly("webHooks");
    }

    @Test
    void mendsOurOwnInPlace() {
        has(7, "Brygga: order-completed", "order-completed", null, "https://old.example/hook");
        has(8, "Brygga: order-updated", "order-updated", 31L, URL + "order-updated/s3cret");

        assertThat(register())
                .startsWith(
                        step(Step.Kind.HOOK_MENDED, "order-completed"), step(Step.Kind.HOOK_MENDED, "order-updated"))
                .hasSize(4);
        assertThat(shop.webHooks)
                .extracting(WebHook::webHookId, WebHook::statusId, WebHook::url)
                .startsWith(
                        tuple(7L, null, URL + "order-completed/s3cret"), tuple(8L, null, URL + "order-updated/s3cret"));
    }

    @Test
    void removesOurOwnThatAreTooMany() {
        register();
        has(8, "Brygga: product-updated", "product-updated", null, URL + "product-updated/s3cret");
        has(9, "Brygga: order-updated", "order-updated", null, URL + "order-updated/s3cret");

        assertThat(register())
                .containsExactly(
                        step(Step.Kind.HOOK_REMOVED, "product-updated"), step(Step.Kind.HOOK_REMOVED, "order-updated"));
        assertThat(shop.webHooks).hasSize(4);
    }

    /** Also where it is for the same event, or looks like ours. */
    @Test
    void neverTouchesAnotherPartys() {
        has(1, "Lager AB", "order-completed", null, "https://lager.example/hook");
        has(2, null, "order-updated", null, "https://no-name.example/hook");
        has(3, "brygga: order-deleted", "order-deleted", null, "https://imitator.example/hook");
        has(4, "Lager AB", "product-updated", null, URL + "order-completed/s3cret");
        List<WebHook> before = List.copyOf(shop.webHooks);

        register();
        register();

        assertThat(shop.webHooks).startsWith(before.toArray(WebHook[]::new)).hasSize(8);
        assertThat(shop.asked).doesNotContain("updateWebHook", "deleteWebHook");
    }

    @Test
    void refusesAUrlThatStarwebWouldNotTake() {
        var far = new WebHookRegistration(URI.create("https://" + "long.".repeat(45) + "example"));

        assertThatThrownBy(() -> far.requireShortUrls(SampleSetup.tenant()))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("brygga.public-url");
        registration.requireShortUrls(SampleSetup.tenant());
    }

    private static Step step(Step.Kind kind, String event) {
        return new Step(kind, SHOP.toString(), event);
    }

    private List<Step> register() {
        return register(SampleSetup.tenant());
    }

    private List<Step> register(TenantSetup setup) {
        return registration.register(shop.client().hooks(), SHOP, WebHookRegistration.events(setup, SHOP), "s3cret");
    }

    private void has(long id, @Nullable String name, String event, @Nullable Long statusId, String url) {
        shop.webHooks.add(new WebHook(id, name, event, statusId, url));
    }
}
