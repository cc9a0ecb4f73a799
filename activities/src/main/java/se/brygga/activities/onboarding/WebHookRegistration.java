package se.brygga.activities.onboarding;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.shop.ShopHooks;
import se.brygga.clients.shop.ShopHooks.ProductEvent;
import se.brygga.clients.shop.ShopHooks.WebHook;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Makes a shop's web hooks what we need: lists, compares, creates and repairs them, and deletes those of ours that are
 * not needed. Never changes a web hook without our name, because it is another party's. Idempotent: a second run
 * changes nothing.
 */
final class WebHookRegistration {

    /** The beginning of all our web hooks' names. Nothing else distinguishes them from another party's. */
    static final String NAME_PREFIX = "Brygga: ";

    /** The longest callback URL that Starweb takes. */
    private static final int LONGEST_URL = 255;

    /** The place in a callback URL, as {@link #wanted} writes it. */
    private static final Pattern PLACE = Pattern.compile("/hook/(" + ShopRef.KEY + ")/(" + ShopRef.KEY + ")/");

    private final URI publicUrl;

    /** @param publicUrl where Starweb reaches the starter app, without a slash at the end */
    WebHookRegistration(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @throws RequestRefused a callback URL is longer than Starweb takes. Call this before anything is stored */
    void requireShortUrls(TenantSetup setup) {
        setup.refs().stream()
                .flatMap(ref ->
                        wanted(ref, events(setup, ref), "x".repeat(SetupStore.HOOK_SECRET_LENGTH)).values().stream())
                .map(WebHook::url)
                .filter(url -> url.length() > LONGEST_URL)
                .findFirst()
                .ifPresent(url -> {
                    throw Reason.WEB_HOOK_URL_LENGTH.refused(url.length(), LONGEST_URL);
                });
    }

    /** The events of which a shop is to tell us: those of orders, and those of products that go to Specter. */
    static List<String> events(TenantSetup setup, ShopRef ref) {
        boolean products = setup.flow().products() == Direction.TO_SPECTER
                && setup.shopsWithProducts().contains(ref);
        return Stream.concat(
                        Arrays.stream(WebHookEvent.values()).map(WebHookEvent::key),
                        Arrays.stream(ProductEvent.values())
                                .filter(event -> products)
                                .map(ProductEvent::key))
                .toList();
    }

    /**
     * @param events of which the shop is to tell us
     * @return what was done; empty when everything was right
     */
    List<Step> register(ShopHooks shop, ShopRef ref, List<String> events, String secret) {
        List<Step> done = new ArrayList<>();
        Map<String, WebHook> missing = wanted(ref, events, secret);
        for (WebHook found : shop.webHooks()) {
            if (!isOurs(found)) {
                continue;
            }
            WebHook wanted = missing.remove(found.event());
            Long id = found.webHookId();
            if (wanted == null && id != null) {
                shop.deleteWebHook(id);
                done.add(Step.of(Step.Kind.HOOK_REMOVED, ref, found.event()));
            } else if (wanted != null && id != null && differs(found, wanted)) {
                shop.updateWebHook(withId(wanted, id));
                done.add(Step.of(Step.Kind.HOOK_MENDED, ref, found.event()));
            }
        }
        for (WebHook wanted : missing.values()) {
            shop.createWebHook(wanted);
            done.add(Step.of(Step.Kind.HOOK_CREATED, ref, wanted.event()));
        }
        return done;
    }

    /**
     * Deletes our web hooks that call this place. Those of another place stay, because the shop may have moved there.
     *
     * @param inForce the secret of web hooks that stay; empty if none stays
     */
    static void takeOut(ShopHooks shop, ShopRef ref, Optional<String> inForce) {
        for (WebHook found : shop.webHooks()) {
            Long id = found.webHookId();
            boolean stays =
                    inForce.filter(secret -> found.url().endsWith("/" + secret)).isPresent();
            if (id != null && !stays && placeOf(found).equals(Optional.of(ref))) {
                shop.deleteWebHook(id);
            }
        }
    }

    /** The places that our web hooks in the shop call, in this Brygga or another one. */
    static Set<ShopRef> places(ShopHooks shop) {
        return shop.webHooks().stream()
                .flatMap(hook -> placeOf(hook).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<ShopRef> placeOf(WebHook hook) {
        Matcher place = PLACE.matcher(String.valueOf(hook.url()));
        return isOurs(hook) && place.find()
                ? Optional.of(new ShopRef(place.group(1), place.group(2)))
                : Optional.empty();
    }

    private Map<String, WebHook> wanted(ShopRef ref, List<String> events, String secret) {
        Map<String, WebHook> wanted = new LinkedHashMap<>();
        for (String event : events) {
            String url = publicUrl + "/hook/" + ref + "/" + event + "/" + secret;
            wanted.put(event, new WebHook(null, NAME_PREFIX + event, event, null, url));
        }
        return wanted;
    }

    private static boolean isOurs(WebHook hook) {
        String name = hook.name();
        return name != null && name.startsWith(NAME_PREFIX);
    }

    private static boolean differs(WebHook found, WebHook wanted) {
        return !found.url().equals(wanted.url()) || found.statusId() != null;
    }

    private static WebHook withId(WebHook hook, @Nullable Long id) {
        return new WebHook(id, hook.name(), hook.event(), hook.statusId(), hook.url());
    }
}
