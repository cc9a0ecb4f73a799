package se.brygga.activities.products.initial;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.setup.products.ProductField.NAME;
import static se.brygga.setup.products.ProductField.PRICE;
import static se.brygga.setup.products.ProductField.WEIGHT;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.brygga.activities.products.initial.InitialLine.Difference;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.NameTemplate;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

class PlannerTest {

    private static final Why TOO_LONG = Why.said(Detail.value("too long"));

    private final Planner planner = new Planner(setup(), Planner.Answers.NONE);

    @Test
    void whatOnlyTheMasterHasIsCreatedWithAllItsValues() {
        assertThat(planner.plan(List.of(item("KAJ-1", "Kajak", "2")), List.of()))
                .containsExactly(new InitialLine(
                        0,
                        "KAJ-1",
                        Kind.CREATE,
                        null,
                        List.of(
                                new Difference(NAME, null, "Kajak"),
                                new Difference(WEIGHT, null, "2"),
                                new Difference(PRICE, null, "100")),
                        Why.NOTHING,
                        new InitialLine.Count(1, 0),
                        null));
    }

    @Test
    void aFieldThatFollowsIsChangedAndOneThatIsGivenOnceIsLeftAlone() {
        Item other = new Item("KAJ-1", Map.of(NAME, "Kanot", PRICE, "1"), Why.NOTHING);

        InitialLine line = only(planner.plan(List.of(item("KAJ-1", "Kajak", "2")), List.of(other)));

        assertThat(line.kind()).isEqualTo(Kind.CHANGE);
        assertThat(line.differences())
                .containsExactly(new Difference(NAME, "Kanot", "Kajak"), new Difference(WEIGHT, null, "2"));
    }

    @Test
    void aValueThatTheMasterLacksTakesNothingAway() {
        Item bare = new Item("KAJ-1", Map.of(NAME, "Kajak"), Why.NOTHING);

        InitialLine line = only(planner.plan(List.of(bare), List.of(item("KAJ-1", "Kajak", "2"))));

        assertThat(line.kind()).isEqualTo(Kind.MATCH);
    }

    @Test
    void oneNumberInTwoCasesIsTheSameArticle() {
        InitialLine line =
                only(planner.plan(List.of(item("kaj-1", "Kajak", "2")), List.of(item("KAJ-1 ", "Kajak", "2"))));

        assertThat(line.kind()).isEqualTo(Kind.MATCH);
        assertThat(line.why().detail().stored()).contains("KAJ-1");
    }

    @Test
    void numbersThatDifferByBlanksHyphensOrZerosInFrontAreProposedAndNotCreated() {
        for (String alike : List.of("KAJ1", "KAJ 1", "kaj–1", "0KAJ-1")) {
            InitialLine line =
                    only(planner.plan(List.of(item("KAJ-1", "Kajak", "2")), List.of(item(alike, "Kajak", "2"))));

            assertThat(line.kind()).as(alike).isEqualTo(Kind.PROPOSED);
            assertThat(line.other()).isEqualTo(alike);
        }
    }

    @Test
    void aPersonsNoMakesTwoArticlesOfAProposal() {
        Planner told = new Planner(setup(), new Planner.Answers(Set.of("KAJ-1"), Map.of()));

        assertThat(told.plan(List.of(item("KAJ-1", "Kajak", "2")), List.of(item("KAJ1", "Kajak", "2"))))
                .extracting(InitialLine::kind)
                .containsExactly(Kind.CREATE, Kind.ONLY_THERE);
    }

    @Test
    void aPersonsYesMakesOneArticleOfAProposal() {
        InitialLine line =
                only(accepting().plan(List.of(item("KAJ-1", "Kajak", "2")), List.of(item("KAJ1", "Kanot", "2"))));

        assertThat(line.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(line.other()).isEqualTo("KAJ1");
        assertThat(line.differences()).containsExactly(new Difference(NAME, "Kanot", "Kajak"));
    }

    @Test
    void anAcceptedNumberThatAnotherVariantHasMeanwhileIsThereTwice() {
        InitialLine line = only(accepting()
                .plan(
                        List.of(item("KAJ-1", "Kajak", "2"), item("KAJ1", "Kajak", "2")),
                        List.of(item("KAJ1", "Kanot", "2"))));

        assertThat(line.kind()).isEqualTo(Kind.TWICE);
        assertThat(line.count()).isEqualTo(new InitialLine.Count(2, 1));
    }

    @Test
    void anAcceptedNumberThatTheOtherSystemHasItselfIsCompared() {
        assertThat(accepting()
                        .plan(
                                List.of(item("KAJ-1", "Kajak", "2")),
                                List.of(item("KAJ1", "Kanot", "2"), item("KAJ-1", "Kajak", "2"))))
                .extracting(InitialLine::kind)
                .containsExactly(Kind.MATCH, Kind.ONLY_THERE);
    }

    @Test
    void aProposalNamesWhatKeepsBothFromHavingOneNumber() {
        Why notInShop = new Why(Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED, Detail.value("KAJ/1"));
        Item other = new Item("0KAJ-1", Map.of(NAME, "Kajak"), notInShop);
        List<Item> master = List.of(item("KAJ-1", "Kajak", "2"));

        InitialLine proposed = only(planner.plan(master, List.of(other)));
        assertThat(proposed.kind()).isEqualTo(Kind.PROPOSED);
        assertThat(proposed.why().cause()).isEqualTo(Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED);

        Planner told = new Planner(setup(), new Planner.Answers(Set.of(), Map.of("KAJ-1", "0KAJ-1")));
        assertThat(only(told.plan(master, List.of(other))).kind()).isEqualTo(Kind.IMPOSSIBLE);
    }

    private static Planner accepting() {
        return new Planner(setup(), new Planner.Answers(Set.of(), Map.of("KAJ-1", "KAJ1")));
    }

    @Test
    void severalNumbersThatDifferLittleAreLeftToAPerson() {
        InitialLine line = only(planner.plan(
                List.of(item("KAJ-1", "Kajak", "2")),
                List.of(item("KAJ1", "Kajak", "2"), item("KAJ 1", "Kajak", "2"))));

        assertThat(line.kind()).isEqualTo(Kind.TWICE);
        assertThat(line.count().ofMaster()).isEqualTo(1);
        assertThat(line.count().ofOther()).isEqualTo(2);
    }

    @Test
    void aNumberThatOneSystemHasTwiceIsWrittenNowhere() {
        InitialLine line = only(planner.plan(
                List.of(item("KAJ-1", "Kajak", "2"), item("kaj-1", "Kanot", "2")), List.of(item("KAJ-1", "X", "2"))));

        assertThat(line.kind()).isEqualTo(Kind.TWICE);
        assertThat(line.differences()).isEmpty();
    }

    @Test
    void whatTheOtherSystemCannotHoldIsLeftWithItsReason() {
        Item impossible = new Item("KAJ-1", Map.of(NAME, "Kajak"), TOO_LONG);

        InitialLine line = only(planner.plan(List.of(impossible), List.of()));

        assertThat(line.kind()).isEqualTo(Kind.IMPOSSIBLE);
        assertThat(line.why()).isEqualTo(TOO_LONG);
    }

    @Test
    void anObjectionStopsNothingWhereNothingWouldBeWritten() {
        Item impossible = new Item("KAJ-1", Map.of(NAME, "Kajak"), TOO_LONG);

        InitialLine line = only(planner.plan(List.of(impossible), List.of(item("KAJ-1", "Kajak", "2"))));

        assertThat(line.kind()).isEqualTo(Kind.MATCH);
    }

    @Test
    void eachVariantWithoutANumberHasALineOfItsOwn() {
        assertThat(planner.plan(List.of(item(" ", "Kajak", "2"), item("", "Kanot", "2")), List.of()))
                .extracting(InitialLine::kind)
                .containsExactly(Kind.IMPOSSIBLE, Kind.IMPOSSIBLE);
    }

    @Property(tries = 2_000)
    void everyItemIsInExactlyOneLineAndNoNumberIsWrittenTwice(@ForAll long seed) {
        Random random = new Random(seed);
        List<Item> master = items(random);
        List<Item> other = items(random);

        List<InitialLine> lines = planner.plan(master, other);

        assertThat(lines.stream().mapToInt(line -> line.count().ofMaster()).sum())
                .isEqualTo(master.size());
        assertThat(lines.stream().mapToInt(line -> line.count().ofOther()).sum())
                .isEqualTo(other.size());
        List<String> written = lines.stream()
                .filter(line -> line.kind().isWritten())
                .map(line -> Sku.key(line.number()))
                .toList();
        assertThat(written).doesNotHaveDuplicates();
        // What is created is like nothing that the other system has.
        assertThat(lines.stream().filter(line -> line.kind() == Kind.CREATE).map(InitialLine::number))
                .noneMatch(number -> other.stream()
                        .anyMatch(item -> LooseNumber.key(item.spelled()).equals(LooseNumber.key(number))
                                && lines.stream()
                                        .filter(line -> line.kind() == Kind.ONLY_THERE)
                                        .anyMatch(line -> line.number().equals(item.spelled()))));
    }

    @Property(tries = 500)
    void whatWasCarriedOutNeedsNothingMore(@ForAll long seed) {
        Random random = new Random(seed);
        List<Item> master = items(random);
        List<Item> other = new ArrayList<>(items(random));
        List<InitialLine> lines = planner.plan(master, other);

        lines.stream().filter(line -> line.kind().isWritten()).forEach(line -> {
            Item from = master.stream()
                    .filter(item -> item.spelled().equals(line.number()))
                    .findFirst()
                    .orElseThrow();
            other.removeIf(item -> item.sku().equals(from.sku()));
            other.add(from);
        });

        assertThat(planner.plan(master, other)).noneMatch(line -> line.kind().isWritten());
    }

    private static List<Item> items(Random random) {
        List<Item> items = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            String number = "%s%s%d"
                    .formatted(random.nextBoolean() ? "K" : "k", random.nextBoolean() ? "-" : "", random.nextInt(5));
            items.add(item(random.nextInt(9) == 0 ? "" : number, "Namn " + random.nextInt(2), "1"));
        }
        return items;
    }

    private static InitialLine only(List<InitialLine> lines) {
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static Item item(String spelled, String name, String weight) {
        return new Item(spelled, Map.of(NAME, name, WEIGHT, weight, PRICE, "100"), Why.NOTHING);
    }

    private static ProductSetup setup() {
        Map<ProductField, Mode> fields = Map.of(NAME, Mode.FOLLOW, WEIGHT, Mode.FOLLOW, PRICE, Mode.CREATE);
        return new ProductSetup(
                fields,
                new NameTemplate("{product} - {values}"),
                ProductSetup.Removed.KEEP,
                "",
                false,
                LocalTime.of(2, 0));
    }
}
