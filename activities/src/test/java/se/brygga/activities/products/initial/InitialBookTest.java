package se.brygga.activities.products.initial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.products.initial.InitialLine.Count;
import se.brygga.activities.products.initial.InitialLine.Difference;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Outcome;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.activities.products.initial.InitialSync.State;
import se.brygga.clients.MovableTime;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

class InitialBookTest {

    private static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");
    private static final ShopRef OTHER = new ShopRef("nordkajak", "kajak-no");

    private final Books books = new Books(new MovableTime("2026-12-01T08:00:00Z"));
    private final InitialBook book = new InitialBook(books.database);
    private final InitialLineBook lines = new InitialLineBook(books.database);

    @Test
    void aPlanIsAskedForMadeCarriedOutAndEnded() {
        assertThat(book.ask(SHOP, Direction.TO_SPECTER, "anna")).isTrue();
        assertThat(book.underWay()).containsExactly(SHOP);
        assertThat(book.planned(SHOP, new Count(3, 2), true)).isTrue();
        assertThat(book.underWay()).isEmpty();
        assertThat(book.begin(SHOP, "bertil")).isTrue();
        assertThat(book.underWay()).containsExactly(SHOP);
        assertThat(book.move(SHOP, Set.of(State.RUNNING), State.ENDED)).isTrue();

        InitialSync sync = book.find(SHOP).orElseThrow();
        assertThat(sync.state()).isEqualTo(State.ENDED);
        assertThat(sync.askedBy()).isEqualTo("anna");
        assertThat(sync.beganBy()).isEqualTo("bertil");
        assertThat(sync.ofMaster()).isEqualTo(3);
        assertThat(sync.endedAt()).isNotNull();
        assertThat(book.find(OTHER)).isEmpty();
    }

    @Test
    void aNewPlanIsRefusedWhileARunIsUnderWayOrPaused() {
        begun();

        assertThat(book.ask(SHOP, Direction.TO_SPECTER, "anna")).isFalse();
        assertThat(book.move(SHOP, Set.of(State.RUNNING), State.PAUSED)).isTrue();
        assertThat(book.ask(SHOP, Direction.TO_SPECTER, "anna")).isFalse();
        assertThat(book.move(SHOP, Set.of(State.PAUSED), State.STOPPED)).isTrue();
        assertThat(book.ask(SHOP, Direction.TO_SPECTER, "anna")).isTrue();
    }

    @Test
    void whatStandsElsewhereDoesNotMove() {
        assertThat(book.begin(SHOP, "anna")).as("no plan").isFalse();
        book.ask(SHOP, Direction.TO_SPECTER, "anna");

        assertThat(book.begin(SHOP, "anna")).as("not planned yet").isFalse();
        assertThat(book.move(SHOP, Set.of(State.RUNNING), State.PAUSED)).isFalse();
        assertThat(book.move(SHOP, Set.of(State.PLANNING), State.STOPPED)).isTrue();
        assertThat(book.planned(SHOP, new Count(1, 1), true))
                .as("nobody wants it")
                .isFalse();
    }

    @Test
    void aSyncHasBegunInTheDirectionOfItsRunOnly() {
        book.begun(SHOP, Direction.TO_SPECTER);

        assertThat(book.hasBegun(SHOP, Direction.TO_SPECTER)).isTrue();
        assertThat(book.hasBegun(SHOP, Direction.TO_SHOP)).isFalse();
        assertThat(book.hasBegun(OTHER, Direction.TO_SPECTER)).isFalse();
    }

    @Test
    void linesComeBackInTheirOrderPageByPageAndByKind() {
        List<Difference> differences = List.of(new Difference(ProductField.NAME, null, "Kajak \"röd\"; stor"));
        replace(
                new InitialLine(0, "KAJ-1", Kind.CREATE, null, differences, Why.NOTHING, new Count(1, 0), null),
                line("KAJ-2", Kind.MATCH),
                line("KAJ-3", Kind.MATCH));

        List<InitialLine> first = lines.lines(SHOP, null, null, 0, 2);
        assertThat(first).extracting(InitialLine::number).containsExactly("KAJ-1", "KAJ-2");
        assertThat(first.getFirst().differences()).isEqualTo(differences);
        assertThat(lines.lines(SHOP, null, null, first.getLast().position(), 2))
                .extracting(InitialLine::number)
                .containsExactly("KAJ-3");
        assertThat(lines.lines(SHOP, Kind.MATCH, null, 0, 10)).hasSize(2);
        assertThat(lines.lines(OTHER, null, null, 0, 10)).isEmpty();
    }

    @Test
    void whatTheRunDoesNotWriteIsLeft() {
        replace(line("KAJ-1", Kind.CREATE), line("KAJ-2", Kind.MATCH), line("KAJ-3", Kind.TWICE));

        lines.leave(SHOP);

        assertThat(lines.lines(SHOP, null, null, 0, 10))
                .extracting(InitialLine::outcome)
                .containsExactly(null, null, Outcome.LEFT);
        assertThat(lines.sums(SHOP)).extracting(InitialLineBook.Sum::lines).containsOnly(1);
    }

    @Test
    void whatIsReleasedIsUnderWayUntilItIsSettledOrTakenBack() {
        replace(line("KAJ-1", Kind.CREATE), line("KAJ-2", Kind.MATCH), line("KAJ-3", Kind.CHANGE));

        lines.release(SHOP, true);
        List<InitialLine> underWay = lines.underWay(SHOP, 10);
        assertThat(underWay).extracting(InitialLine::number).containsExactly("KAJ-1", "KAJ-3");
        Why refused = new Why(Cause.PRODUCT_REFUSED, Detail.value("41"));
        lines.settle(SHOP, List.of(underWay.getFirst().settled(Outcome.WAITS, refused)));

        assertThat(lines.underWay(SHOP, 10)).extracting(InitialLine::number).containsExactly("KAJ-3");
        assertThat(lines.lines(SHOP, null, Outcome.WAITS, 0, 10).getFirst().why())
                .isEqualTo(refused);
        lines.release(SHOP, false);
        assertThat(lines.underWay(SHOP, 10)).isEmpty();
    }

    @Test
    void whatIsEqualIsAskedForUntilItIsSettled() {
        replace(line("KAJ-1", Kind.CREATE), line("KAJ-2", Kind.MATCH));

        List<InitialLine> equal = lines.equal(SHOP, 10);
        lines.settle(
                SHOP,
                equal.stream()
                        .map(line -> line.settled(Outcome.MATCHED, line.why()))
                        .toList());

        assertThat(equal).extracting(InitialLine::number).containsExactly("KAJ-2");
        assertThat(lines.equal(SHOP, 10)).isEmpty();
        lines.settle(SHOP, List.of());
    }

    @Test
    void onlyProposedNumbersCanBeSaidToBeArticlesOfTheirOwn() {
        replace(proposed("KAJ-1", "KAJ1", null), proposed("KAJ-2", "KAJ2", null), line("KAJ-3", Kind.CREATE));

        book.ask(SHOP, Direction.TO_SPECTER, "anna");

        assertThat(say(List.of("kaj-1", "KAJ-3"), false)).isEqualTo(1);
        assertThat(answers().apart()).containsExactly("KAJ-1");
        assertThat(say(null, false))
                .as("the one that is left, and the one again")
                .isEqualTo(2);
        assertThat(answers().apart()).containsExactlyInAnyOrder("KAJ-1", "KAJ-2");
    }

    @Test
    void whatIsAcceptedIsWrittenByTheRunAndCanBeTakenBackBeforeThat() {
        book.ask(SHOP, Direction.TO_SPECTER, "anna");
        replace(proposed("KAJ-1", "KAJ1", null), proposed("KAJ-2", "KAJ/2", Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED));

        assertThat(say(null, true)).as("not the number that no shop can hold").isEqualTo(1);

        assertThat(lines.lines(SHOP, Kind.ACCEPTED, null, 0, 10))
                .extracting(InitialLine::number)
                .containsExactly("KAJ-1");
        assertThat(answers().same()).containsExactly(Map.entry("KAJ-1", "KAJ1"));
        assertThat(book.answers(SHOP, Direction.TO_SHOP).same())
                .as("the same answer, where Specter is master")
                .containsExactly(Map.entry("KAJ1", "KAJ-1"));
        assertThat(books.articles.accepted(SHOP, List.of("kaj-1"))).containsExactly(Map.entry("KAJ-1", "KAJ1"));

        assertThat(say(null, false)).as("all that are still proposed").isEqualTo(1);
        assertThat(say(List.of("KAJ-1"), false)).isEqualTo(1);
        assertThat(lines.lines(SHOP, Kind.ACCEPTED, null, 0, 10)).isEmpty();
        assertThat(answers().same()).isEmpty();
        assertThat(books.articles.accepted(SHOP, List.of("KAJ-1"))).isEmpty();
    }

    private int say(@Nullable List<String> numbers, boolean same) {
        return Objects.requireNonNull(books.transactions.execute(tx -> lines.say(SHOP, numbers, same, "anna")));
    }

    private Planner.Answers answers() {
        return book.answers(SHOP, Direction.TO_SPECTER);
    }

    private static InitialLine proposed(String number, String other, @Nullable Cause cause) {
        Why why = new Why(cause, Detail.value(other));
        return new InitialLine(0, number, Kind.PROPOSED, other, List.of(), why, new Count(1, 1), null);
    }

    private void begun() {
        book.ask(SHOP, Direction.TO_SPECTER, "anna");
        book.planned(SHOP, new Count(1, 1), true);
        book.begin(SHOP, "anna");
    }

    private void replace(InitialLine... all) {
        books.transactions.executeWithoutResult(tx -> lines.replace(SHOP, List.of(all)));
    }

    private static InitialLine line(String number, Kind kind) {
        return new InitialLine(0, number, kind, null, List.of(), Why.NOTHING, new Count(1, 1), null);
    }
}
