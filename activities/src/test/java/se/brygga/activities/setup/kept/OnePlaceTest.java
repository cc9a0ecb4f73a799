package se.brygga.activities.setup.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.MovableTime;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.setup.Objection;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.refusal.SetupReason;

/** The sample tenant is in force; another one comes. */
class OnePlaceTest {

    private static final String FILE = "a file";

    private Books books;

    @BeforeEach
    void applied() {
        books = new Books(new MovableTime("2026-03-02T08:00:00Z"));
    }

    @Test
    void refusesWhatAnotherTenantHasAndNamesBothPlaces() {
        TenantSetup same = tenant("tehuset", shop("kajak-se", "http://localhost:80/API/v2", "A.B"));

        assertThat(books.setups.applying().objections(same))
                .extracting(Objection::toString)
                .hasSize(3)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("shop kajak-se: starweb: the Starweb shop 127.0.0.1/api/v2 is in force already as"
                                + " nordkajak/kajak-se."))
                .anySatisfy(text -> assertThat(text).contains("the Starweb client a.b"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("specter: the Specter account 127.0.0.1/9999 is in force already as nordkajak."));
        assertThatThrownBy(() -> books.setups.applying().apply(same, FILE, "anna"))
                .isInstanceOf(ApplyingBook.Objected.class)
                .hasMessageContaining("as nordkajak/kajak-se");
        assertThat(books.setups.find("tehuset")).isEmpty();
    }

    @Test
    void refusesAnotherNameForAShopOfTheSameTenant() {
        TenantSetup renamed = tenant("nordkajak", shop("kajak-ny", "http://127.0.0.1/api/v2", "a.b"));

        assertThat(books.setups.applying().objections(renamed))
                .extracting(Objection::toString)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("shops: nordkajak/kajak-se is in force and does not stand in this file."))
                .anySatisfy(text ->
                        assertThat(text).contains("A shop keeps its name").contains("write kajak-se here"));
    }

    @Test
    void refusesTwoShopsThatHaveChangedPlaces() {
        TenantSetup two = tenant("nordkajak", own(), shop("kajak-no", "https://no.example/api/v2", "c.d"));
        books.setups.applying().apply(two, FILE, "anna");
        TenantSetup changed = tenant(
                "nordkajak",
                shop("kajak-no", "http://127.0.0.1/api/v2", "a.b"),
                shop("kajak-se", "https://no.example/api/v2", "c.d"));

        assertThat(books.setups.applying().objections(changed)).hasSize(4);
        assertThat(books.setups.applying().objections(two)).isEmpty();
    }

    @Test
    void freesAnAddressThatAShopHasLeft() {
        TenantSetup moved = tenant("nordkajak", shop("kajak-se", "https://new.example/api/v2", "a.b"));
        books.setups.applying().apply(moved, FILE, "anna");
        books.setups
                .applying()
                .apply(
                        tenant("nordkajak", moved.shops().getFirst(), shop("b", "http://127.0.0.1/api/v2", "b.b")),
                        FILE,
                        "anna");

        assertThat(books.setups.find("nordkajak").orElseThrow().shops()).hasSize(2);
    }

    @Test
    void letsOneOfManyWinThatAreAppliedAtTheSameTime() throws Exception {
        int many = 6;
        CyclicBarrier together = new CyclicBarrier(many);
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<Boolean>> applied = threads.invokeAll(IntStream.range(0, many)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        TenantSetup setup =
                                tenant("tenant-" + n, shop("s", "https://one.example/api/v2", "client." + n));
                        together.await();
                        return wasApplied(withAccount(setup, 100 + n));
                    })
                    .toList());

            long won = 0;
            for (Future<Boolean> one : applied) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
            assertThat(books.setups.tenants()).hasSize(2);
        }
    }

    private boolean wasApplied(TenantSetup setup) {
        try {
            books.setups.applying().apply(setup, FILE, "anna");
            return true;
        } catch (ApplyingBook.Objected refused) {
            assertThat(refused.refusal().code()).isEqualTo(SetupReason.SYSTEM_OF_OTHER_TENANT);
            assertThat(refused)
                    .hasMessageContaining("shop s: ")
                    .hasMessageMatching(".* is in force already as tenant-[0-9]/s\\.(?s:.*)");
            return false;
        }
    }

    private static ShopSetup own() {
        return SampleSetup.tenant().shops().getFirst();
    }

    private static ShopSetup shop(String name, String address, String client) {
        ShopSetup s = own();
        StarwebSetup starweb = new StarwebSetup(
                URI.create(address),
                client,
                s.starweb().clientSecret(),
                800,
                s.starweb().externalIdType());
        return new ShopSetup(name, s.webshopId(), name, starweb, s.orders(), null, null, null, null);
    }

    private static TenantSetup tenant(String name, ShopSetup... shops) {
        TenantSetup s = SampleSetup.tenant();
        return new TenantSetup(name, s.plan(), s.flow(), s.specter(), List.of(shops), s.feeds());
    }

    private static TenantSetup withAccount(TenantSetup setup, long sbmId) {
        return SampleSetup.with(setup, SampleSetup.specter(sbmId, false));
    }
}
