package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.setup.StockSetup;
import se.brygga.setup.StockSetup.Group;
import se.brygga.setup.StockSetup.Kind;
import se.brygga.setup.StockSetup.Shown;
import se.brygga.setup.StockSetup.Sites;

class StockSetupReaderTest {

    @Test
    void readsEveryKey() {
        assertThat(stock("""
                    stock:
                      every: PT5M
                      publish: available
                      sites: ["1", "2"]
                      safety: 1
                      maximum: 50
                      allowNegative: true
                      gone: hide
                      statuses: { refill: I lager, soldOut: "2" }
                      groups:
                        kajaker: { skus: ["KAJ-*"], safety: 2 }
                      skus:
                        "KAJ-001": { safety: 0 }
                """))
                .isEqualTo(new StockSetup(
                        new Sites(Kind.LISTED, List.of("1", "2")),
                        Map.of(),
                        "I lager",
                        "2",
                        new Shown(1, 50),
                        List.of(new Group("kajaker", List.of("KAJ-*"), new Shown(2, 50))),
                        Map.of("KAJ-001", new Shown(0, 50)),
                        true,
                        StockSetup.Gone.HIDE));
    }

    @Test
    void showsAllThatIsAvailableInAllWarehousesUnlessToldOtherwise() {
        assertThat(stock("    stock: {}\n"))
                .isEqualTo(new StockSetup(
                        Sites.SUM,
                        Map.of(),
                        "inStock",
                        null,
                        new Shown(0, null),
                        List.of(),
                        Map.of(),
                        false,
                        StockSetup.Gone.ZERO));
        assertThat(stock("    stock: { sites: sum }\n").sites()).isEqualTo(Sites.SUM);
    }

    @Test
    void readsLocationsThatAreWrittenApart() {
        assertThat(stock("    stock: { locations: { \"1\": Butik, \"2\": \"17\" } }\n")
                        .locations())
                .isEqualTo(Map.of("1", "Butik", "2", "17"));
    }

    @Test
    void takesASkusOwnRuleBeforeItsGroupsAndItsGroupsBeforeTheShops() {
        StockSetup stock = stock("""
                    stock:
                      safety: 1
                      groups:
                        zz: { skus: ["KAJ-9*", "*-XL"], safety: 9 }
                        kajaker: { skus: ["KAJ-*"], safety: 2, maximum: 5 }
                        aa: { skus: ["KAJ-*-RED"], safety: 7 }
                      skus:
                        "KAJ-001": { safety: 0 }
                        "TRÖJA.M": { maximum: 3 }
                """);

        assertThat(stock.shownFor("KAJ-001")).isEqualTo(new Shown(0, 5));
        assertThat(stock.shownFor("KAJ-002-RED")).isEqualTo(new Shown(2, 5));
        assertThat(stock.shownFor("KAJ-900")).isEqualTo(new Shown(9, null));
        assertThat(stock.shownFor("KAJ-2-XL")).isEqualTo(new Shown(9, null));
        assertThat(stock.shownFor("KAJ-2-XLS")).isEqualTo(new Shown(2, 5));
        assertThat(stock.shownFor("TRÖJA.M")).isEqualTo(new Shown(1, 3));
        assertThat(stock.shownFor("kaj-001 ")).as("in any case").isEqualTo(new Shown(0, 5));
        assertThat(stock.shownFor("kaj-9xl")).isEqualTo(new Shown(9, null));
    }

    @Test
    void refusesASkuThatStandsThereTwiceInAnotherCase() {
        assertThat(GoodFile.mistakes("    stock: { skus: { A: { safety: 1 }, a: { safety: 2 } } }\n"))
                .singleElement()
                .asString()
                .startsWith("stock.skus.a: stands there twice");
    }

    @Test
    void takesOnlyTheStarInAPatternForMoreThanItself() {
        StockSetup stock = stock("    stock: { groups: { a: { skus: [\"A.C\", \"(*\"], safety: 4 } } }\n");

        assertThat(stock.shownFor("A.C").safety()).isEqualTo(4);
        assertThat(stock.shownFor("(").safety()).isEqualTo(4);
        assertThat(stock.shownFor("(x)").safety()).isEqualTo(4);
        assertThat(stock.shownFor("ABC").safety()).isZero();
        assertThat(stock.shownFor("xA.C").safety()).isZero();
    }

    @Test
    void refusesToPublishAnythingButTheAvailableQuantity() {
        assertThat(GoodFile.mistakes("    stock: { publish: shelf }\n"))
                .containsExactly("stock.publish: \"shelf\" is not known: Specter's feed tells what is available, and"
                        + " nothing else. Write available, or remove the line.");
    }

    @Test
    void refusesSitesBesideLocations() {
        assertThat(GoodFile.mistakes("    stock: { sites: sum, locations: { \"1\": Butik } }\n"))
                .containsExactly("stock.sites: contradicts locations: warehouses are either put together or written"
                        + " apart. Keep one of the two.");
    }

    @Test
    void refusesSitesThatAreNone() {
        assertThat(GoodFile.mistakes("    stock: { sites: all }\n"))
                .containsExactly("stock.sites: \"all\" is not known."
                        + " Write sum, or a list of Specter's warehouses like [\"1\", \"2\"].");
        assertThat(GoodFile.mistakes("    stock: { sites: default }\n"))
                .containsExactly("stock.sites: Specter does not tell which warehouse is the default one."
                        + " Write its number, like [\"1\"].");
        assertThat(GoodFile.mistakes("    stock: { sites: [] }\n"))
                .containsExactly("stock.sites: must name at least one, and nothing empty."
                        + " Write it as sites: [\"1\", \"2\"].");
        assertThat(GoodFile.mistakes("    stock: { sites: [1, 1] }\n"))
                .containsExactly("stock.sites: names something twice. Write it as sites: [\"1\", \"2\"].");
    }

    @Test
    void refusesTwoWarehousesInOneLocation() {
        assertThat(GoodFile.mistakes("    stock: { locations: { \"1\": Butik, \"2\": Butik } }\n"))
                .containsExactly("stock.locations.2: the stock location \"Butik\" stands twice. Write each once.");
    }

    @Test
    void refusesAGroupWithoutSkus() {
        assertThat(GoodFile.mistakes("    stock: { groups: { kajaker: { safety: 2 } } }\n"))
                .containsExactly("stock.groups.kajaker.skus: must name at least one, and nothing empty."
                        + " Write it as skus: [\"KAJ-*\"].");
    }

    @Test
    void refusesQuantitiesThatAreNone() {
        assertThat(GoodFile.mistakes("    stock: { safety: -1, maximum: many, skus: { A: { safety: 0.5 } } }\n"))
                .containsExactly(
                        "stock.safety: must be a whole number from 0 to 1000000. Write for example 0.",
                        "stock.maximum: must be a whole number from 0 to 1000000. Write for example 50.",
                        "stock.skus.A.safety: must be a whole number from 0 to 1000000. Write for example 0.");
    }

    @Test
    void refusesEmptyStatusesAndUnknownKeys() {
        assertThat(GoodFile.mistakes("    stock: { statuses: { refill: \"\", soldout: 2 } }\n"))
                .containsExactly(
                        "stock.statuses.refill: is empty. Write a value, or remove the line.",
                        "stock.statuses.soldout: this key is not known. Did you mean \"soldOut\"?");
        assertThat(GoodFile.mistakes("    stock: { safty: 1, groups: { a: { skus: [A], max: 1 } } }\n"))
                .containsExactly(
                        "stock.groups.a.max: this key is not known. Known here: skus, safety, maximum.",
                        "stock.safty: this key is not known. Did you mean \"safety\"?");
    }

    private static StockSetup stock(String sections) {
        return Objects.requireNonNull(GoodFile.shop(sections).stock());
    }
}
