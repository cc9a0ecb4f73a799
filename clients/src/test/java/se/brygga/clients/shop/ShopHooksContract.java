package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.clients.shop.ShopHooks.WebHook;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;

/** What {@link ShopHooks} promises. */
interface ShopHooksContract extends ContractedShop {

    @Test
    default void aHookIsListedAsItWasMadeForEveryEventThatBryggaAsksFor() {
        for (WebHookEvent event : WebHookEvent.values()) {
            WebHook made = make(event);

            assertThat(made.webHookId()).isNotNull();
            assertThat(hooks().webHooks()).contains(made);
            assertThat(made.event()).isEqualTo(event.key());
        }
    }

    @Test
    default void aHookThatIsChangedTwiceIsChangedOnce() {
        WebHook made = make(WebHookEvent.ORDER_COMPLETED);
        WebHook wanted =
                new WebHook(made.webHookId(), made.name(), made.event(), null, "https://brygga.example/hook/elsewhere");

        hooks().updateWebHook(wanted);
        hooks().updateWebHook(wanted);

        assertThat(hooks().webHooks()).contains(wanted).doesNotContain(made);
    }

    @Test
    default void aHookThatIsGoneCountsAsDeletedAndOthersStay() {
        WebHook other = make(WebHookEvent.ORDER_UPDATED);
        WebHook made = make(WebHookEvent.ORDER_DELETED);
        long id = Objects.requireNonNull(made.webHookId());

        hooks().deleteWebHook(id);
        hooks().deleteWebHook(id);

        assertThat(hooks().webHooks()).contains(other).doesNotContain(made);
    }

    private WebHook make(WebHookEvent event) {
        return hooks().createWebHook(new WebHook(
                null, "Brygga: " + event.key(), event.key(), null, "https://brygga.example/hook/" + event.key()));
    }

    private ShopHooks hooks() {
        return client().hooks();
    }
}
