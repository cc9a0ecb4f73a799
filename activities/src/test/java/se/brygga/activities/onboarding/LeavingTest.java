package se.brygga.activities.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.setup.kept.LeavingBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.ShopHooks.WebHook;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.setup.Objection;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;

/** The sample tenant has one shop, with its web hooks. */
class LeavingTest {

    private static final Place TENANT = new Place("nordkajak", "");
    private static final Place SHOP = new Place("nordkajak", "kajak-se");
    private static final ShopRef REF = SampleSetup.SHOP;
    private static final LeavingBook.Deed DEED = new LeavingBook.Deed("anna", "moves");
    private static final Onboarding.Confirmed CONFIRMED = new Onboarding.Confirmed(false, Instant.EPOCH, "test");
    private static final WebHook OF_ANOTHER = new WebHook(
            7L, "Lagerkoll", "order-completed", null, "https://lagerkoll.example/hook/nordkajak/kajak-se/x");

    private final ShopToBoard shop = new ShopToBoard();
    private Books books;
    private final ShopToBoard newShop = new ShopToBoard();
    private Onboarding onboarding;
    /** Where the shop has two addresses, and is not the same at both. */
    private Onboarding moving;

    private Leaving leaving;

    @BeforeEach
    void served() {
        books = new Books(new MovableTime("2026-11-02T10:00:00Z"));
        onboarding = shop.onboarding(books);
        moving = shop.onboarding(books, byAddress());
        leaving = new Leaving(books.setups, shop.shops());
        shop.webHooks.add(OF_ANOTHER);
        onboarding.apply(SampleSetup.tenant(), "tenant: nordkajak", CONFIRMED);
    }

    @Test
    void suspendsAShopSoThatNothingOfItIsServed() {
        String secret = books.setups.hookSecret(REF).orElseThrow();

        assertThat(leaving.suspend(SHOP, DEED))
                .containsExactly(new Step(Step.Kind.HOOKS_OUT, "nordkajak/kajak-se", ""));

        assertThat(shop.webHooks).containsExactly(OF_ANOTHER);
        assertThat(books.setups.served(REF)).isEmpty();
        assertThat(books.setups.served("nordkajak")).isEmpty();
        assertThat(books.setups.allServed()).isEmpty();
        assertThat(books.setups.isHookSecret(REF, secret)).isFalse();
        assertThat(books.setups.notServed().shops()).containsExactly(REF);
        assertThat(books.setups.notServed().tenants()).containsExactly("nordkajak");
        assertThat(books.setups.find(REF)).contains(SampleSetup.tenant());
        assertThat(audit()).containsExactly("anna suspend shop nordkajak/kajak-se moves");
    }

    @Test
    void resumesAShopWithTheSameSecretAndItsWebHooks() {
        String secret = books.setups.hookSecret(REF).orElseThrow();
        leaving.suspend(SHOP, DEED);

        assertThat(onboarding.resume(SHOP, DEED).done()).hasSize(4);

        assertThat(shop.webHooks).hasSize(5);
        assertThat(books.setups.isHookSecret(REF, secret)).isTrue();
        assertThat(books.setups.served(REF)).isPresent();
        assertThat(books.setups.notServed().shops()).isEmpty();
        assertThat(audit()).contains("anna resume shop nordkajak/kajak-se moves");
    }

    @Test
    void refusesTheTriggersOfASuspendedTenantAndTakesTheSameAfterwards() {
        String secret = books.setups.triggerSecret("nordkajak").orElseThrow();
        leaving.suspend(TENANT, DEED);
        assertThat(books.setups.isTriggerSecret("nordkajak", secret)).isFalse();

        onboarding.resume(TENANT, DEED);

        assertThat(books.setups.isTriggerSecret("nordkajak", secret)).isTrue();
    }

    @Test
    void keepsAShopSuspendedWhoseTenantIsResumed() {
        leaving.suspend(SHOP, DEED);
        books.setups.leaving().suspend(TENANT, DEED);

        assertThat(onboarding.resume(TENANT, DEED).done())
                .containsExactly(new Step(Step.Kind.HOOKS_WHEN_RESUMED, "nordkajak/kajak-se", ""));
        assertThat(books.setups.served(REF)).isEmpty();
    }

    @Test
    void triesAgainWhatAShopDidNotAnswer() {
        shop.fails("webHooks");

        assertThat(leaving.remove(SHOP, DEED)).extracting(Step::kind).containsExactly(Step.Kind.HOOKS_STILL_IN);
        assertThat(books.setups.served(REF)).isEmpty();
        assertThat(secrets()).contains("s");
        shop.mends("webHooks");
        leaving.takeOutStaleHooks();

        assertThat(shop.webHooks).containsExactly(OF_ANOTHER);
        assertThat(books.setups.leaving().hooksInShops()).isEmpty();
        assertThat(secrets()).doesNotContain("s").contains("k", "i");
    }

    @Test
    void deletesTheSecretsOfARemovedShopThatNeverAnswersAfterTwoWeeks() {
        shop.fails("webHooks");
        leaving.remove(TENANT, DEED);
        assertThat(secrets()).contains("s").doesNotContain("k", "i");

        books.time.advance(Duration.ofDays(15));
        leaving.takeOutStaleHooks();

        assertThat(secrets()).containsOnly("");
    }

    @Test
    void deletesTheSecretsOfARemovedTenantInEveryVersion() {
        books.setups.applying().apply(SampleSetup.withEverything(), "tenant: nordkajak", "test");

        leaving.remove(TENANT, DEED);

        assertThat(secrets()).containsOnly("");
        assertThat(books.setups.hookSecret(REF)).isEmpty();
        assertThat(books.setups.triggerSecret("nordkajak")).isEmpty();
        assertThat(books.setupsOfANewProcess().find("nordkajak")).isEmpty();
        assertThat(books.setups.tenants()).containsExactly("nordkajak");
        assertThatThrownBy(() -> books.setups.named("nordkajak")).hasMessageContaining("removed by anna: moves");
    }

    @Test
    void freesTheShopForAnotherTenantButNotTheName() {
        TenantSetup other = named("tehuset");
        assertThat(onboarding.objections(other, false)).hasSize(3);

        leaving.remove(TENANT, DEED);

        assertThat(onboarding.objections(other, false)).isEmpty();
        onboarding.apply(other, "tenant: tehuset", CONFIRMED);
        assertThat(books.setups.served("tehuset")).isPresent();
        assertThat(books.setups.applying().objections(SampleSetup.tenant()))
                .extracting(Objection::toString)
                .singleElement()
                .asString()
                .startsWith("nordkajak was removed by anna: moves.")
                .contains("choose another name");
    }

    @Test
    void leavesTheWebHooksOfTheTenantThatHasTheShopNow() {
        shop.fails("webHooks");
        leaving.remove(TENANT, DEED);
        shop.mends("webHooks");
        onboarding.apply(named("tehuset"), "tenant: tehuset", CONFIRMED);

        leaving.takeOutStaleHooks();

        assertThat(shop.webHooks)
                .hasSize(5)
                .extracting(WebHook::url)
                .filteredOn(url -> url.contains("/tehuset/kajak-se/"))
                .hasSize(4);
    }

    @Test
    void doesNotTakeAShopThatAnotherBryggaServes() {
        Books elsewhere = new Books(new MovableTime("2026-11-02T10:00:00Z"));
        leavingNothingOf(elsewhere);

        assertThat(onboarding.objections(named("tehuset"), false))
                .extracting(Objection::toString)
                .singleElement()
                .asString()
                .startsWith("shop kajak-se: starweb: its web hooks call Brygga for shop nordkajak/kajak-se.");
    }

    private static void leavingNothingOf(Books books) {
        books.jdbc.sql("delete from outside_system").update();
        books.jdbc.sql("delete from tenant_setup").update();
    }

    @Test
    void aShopThatMovesIsToldOfAndItsOldAddressIsLeft() {
        String before = books.setups.hookSecret(REF).orElseThrow();
        String trigger = books.setups.triggerSecret("nordkajak").orElseThrow();
        TenantSetup moved = at("https://ny.example/api/v2");

        assertThat(moving.warnings(moved))
                .extracting(Objection::toString)
                .singleElement()
                .asString()
                .startsWith("shop kajak-se: starweb: moves from 127.0.0.1/api/v2 to ny.example/api/v2.")
                .contains("needs a name of its own");
        assertThat(moving.apply(moved, "tenant: nordkajak # moved", CONFIRMED))
                .contains(new Step(Step.Kind.HOOKS_OUT_AT_OLD_ADDRESS, "nordkajak/kajak-se", ""));

        assertThat(shop.webHooks).containsExactly(OF_ANOTHER);
        assertThat(newShop.webHooks).hasSize(4);
        assertThat(books.setups.isHookSecret(REF, before)).isFalse();
        assertThat(newShop.webHooks)
                .allSatisfy(hook -> assertThat(hook.url())
                        .endsWith(books.setups.hookSecret(REF).orElseThrow()));
        assertThat(books.setups.leaving().hooksInShops()).isEmpty();
        assertThat(books.setups.triggerSecret("nordkajak")).contains(trigger);
        assertThat(moving.warnings(moved)).isEmpty();
    }

    @Test
    void anOldAddressThatDoesNotAnswerIsTriedAgain() {
        shop.fails("webHooks");

        assertThat(moving.apply(at("https://ny.example/api/v2"), "tenant: nordkajak # moved", CONFIRMED))
                .extracting(Step::kind)
                .contains(Step.Kind.HOOKS_STILL_AT_OLD_ADDRESS);
        assertThat(books.setups.leaving().hooksInShops()).containsExactly(REF);
        shop.mends("webHooks");
        new Leaving(books.setups, byAddress()).takeOutStaleHooks();

        assertThat(shop.webHooks).containsExactly(OF_ANOTHER);
        assertThat(newShop.webHooks).hasSize(4);
        assertThat(books.setups.leaving().hooksInShops()).isEmpty();
    }

    /** A new name for the same shop: what was just registered is seen at the old address, too. */
    @Test
    void aShopThatAnswersAtBothAddressesKeepsItsNewWebHooks() {
        onboarding.apply(at("https://ny.example/api/v2"), "tenant: nordkajak # moved", CONFIRMED);
        books.jdbc
                .sql(
                        "insert into stale_hooks (tenant, shop, version, since) values ('nordkajak', 'kajak-se', 1, now())")
                .update();

        leaving.takeOutStaleHooks();

        assertThat(shop.webHooks).hasSize(5);
        assertThat(books.setups.leaving().hooksInShops()).isEmpty();
    }

    @Test
    void aShopThatMovesWhileItIsSuspendedIsLeftAtItsOldAddressToo() {
        shop.fails("webHooks");
        leaving.suspend(SHOP, DEED);
        moving.apply(at("https://ny.example/api/v2"), "tenant: nordkajak # moved", CONFIRMED);
        shop.mends("webHooks");
        moving.resume(SHOP, DEED);

        new Leaving(books.setups, byAddress()).takeOutStaleHooks();

        assertThat(shop.webHooks).containsExactly(OF_ANOTHER);
        assertThat(newShop.webHooks).hasSize(4);
    }

    @Test
    void anotherSpecterAccountIsToldOfAndItsTriggersAreRefused() {
        String trigger = books.setups.triggerSecret("nordkajak").orElseThrow();
        String hook = books.setups.hookSecret(REF).orElseThrow();
        TenantSetup moved = withAccount(8888);

        assertThat(onboarding.warnings(moved))
                .extracting(Objection::toString)
                .singleElement()
                .asString()
                .startsWith("specter: moves from account 127.0.0.1/9999 to 127.0.0.1/8888.");
        onboarding.apply(moved, "tenant: nordkajak # moved", CONFIRMED);

        assertThat(books.setups.isTriggerSecret("nordkajak", trigger)).isFalse();
        assertThat(books.setups.isHookSecret(REF, hook)).isTrue();
        assertThat(shop.webHooks).hasSize(5);
    }

    @Test
    void anotherWayToWriteTheSameAddressMovesNothing() {
        assertThat(onboarding.warnings(at("https://LOCALHOST/api/v2/"))).isEmpty();
    }

    private WebShops byAddress() {
        return (_, setup) -> (setup.starweb().baseUrl().getHost().equals("ny.example") ? newShop : shop).client();
    }

    private static TenantSetup withAccount(long number) {
        return SampleSetup.with(SampleSetup.tenant(), SampleSetup.specter(number, false));
    }

    private static TenantSetup at(String address) {
        TenantSetup s = SampleSetup.tenant();
        ShopSetup one = s.shops().getFirst();
        StarwebSetup before = one.starweb();
        StarwebSetup starweb = new StarwebSetup(
                URI.create(address),
                before.clientId(),
                before.clientSecret(),
                before.maxRequestsPerMinute(),
                before.externalIdType());
        return s.with(List.of(new ShopSetup(
                one.shop(),
                one.webshopId(),
                one.orderNoPrefix(),
                starweb,
                one.orders(),
                one.status(),
                one.stock(),
                one.prices(),
                one.products())));
    }

    @Test
    void takesOneShopOfSeveralOut() {
        TenantSetup two = two();
        onboarding.apply(two, "tenant: nordkajak # two", CONFIRMED);

        leaving.remove(new Place("nordkajak", "kajak-no"), DEED);

        assertThat(books.setups.served("nordkajak").orElseThrow().shops())
                .extracting(ShopSetup::shop)
                .containsExactly("kajak-se");
        assertThat(books.setups.notServed().tenants()).isEmpty();
        assertThat(books.setups.applying().objections(two))
                .extracting(Objection::toString)
                .singleElement()
                .asString()
                .startsWith("shop kajak-no: nordkajak/kajak-no was removed");
        assertThat(books.setups.applying().objections(SampleSetup.tenant())).isEmpty();
        assertThat(secrets()).contains("s", "k", "i").doesNotContain("s2");
    }

    @Test
    void changesNothingWhereThereIsNothingToChange() {
        assertThatThrownBy(() -> leaving.suspend(new Place("tehuset", ""), DEED))
                .hasMessageContaining("no tenant");
        assertThatThrownBy(() -> leaving.suspend(new Place("nordkajak", "x"), DEED))
                .hasMessageContaining("no shop \"x\"");
        assertThatThrownBy(() -> onboarding.resume(SHOP, DEED)).hasMessageContaining("is not suspended");
        leaving.suspend(TENANT, DEED);
        assertThatThrownBy(() -> leaving.suspend(SHOP, DEED)).hasMessageContaining("suspended by anna");
        assertThatThrownBy(() -> onboarding.resume(SHOP, DEED)).hasMessageContaining("Resume the tenant");
        leaving.remove(TENANT, DEED);
        assertThatThrownBy(() -> leaving.remove(TENANT, DEED)).hasMessageContaining("removed by anna");
        assertThatThrownBy(() -> onboarding.resume(TENANT, DEED)).hasMessageContaining("does not come back");
        assertThat(audit()).hasSize(2);
    }

    private static TenantSetup named(String tenant) {
        TenantSetup s = SampleSetup.tenant();
        return new TenantSetup(tenant, s.plan(), s.flow(), s.specter(), s.shops(), s.feeds());
    }

    private static TenantSetup two() {
        TenantSetup s = SampleSetup.tenant();
        ShopSetup one = s.shops().getFirst();
        StarwebSetup starweb = new StarwebSetup(
                URI.create("https://no.example/api/v2"),
                "c.d",
                new se.brygga.clients.remote.Secret("s2"),
                800,
                one.starweb().externalIdType());
        return s.with(List.of(
                one,
                new ShopSetup(
                        "kajak-no",
                        2,
                        "N",
                        starweb,
                        one.orders(),
                        one.status(),
                        one.stock(),
                        one.prices(),
                        one.products())));
    }

    /** All secrets of all versions, as they are kept. */
    private List<String> secrets() {
        return books
                .jdbc
                .sql("select tenant, version, secrets from tenant_setup order by version")
                .query((rs, n) -> books.decrypt(
                        rs.getBytes("secrets"), "setup/" + rs.getString("tenant") + "/" + rs.getInt("version")))
                .list()
                .stream()
                .map(Map::values)
                .flatMap(values -> values.stream())
                .toList();
    }

    private List<String> audit() {
        return books.jdbc
                .sql("select who || ' ' || what || ' ' || subject || ' ' || reason from audit order by at, what")
                .query(String.class)
                .list();
    }
}
