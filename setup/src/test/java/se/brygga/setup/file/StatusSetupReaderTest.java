package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.StatusSetup.Rule;
import se.brygga.setup.yaml.Mistake;

class StatusSetupReaderTest {

    @Test
    void readsEveryKey() {
        StatusSetup status = status("""
                    status:
                      delivered: { set: completed, mail: true, capture: true, tracking: true }
                      invoiced: { set: "35" }
                      paid: { set: Betald, back: true }
                      cancelled: { set: canceled, capture: true }
                      undone: { set: picking, back: true }
                      trackers: { postnord: "1" }
                      sequence: [created, Packas, completed]
                      silentDays: 7
                """);

        assertThat(status.rules())
                .isEqualTo(Map.of(
                        Event.DELIVERED, new Rule("completed", true, true, true, false),
                        Event.INVOICED, new Rule("35", false, false, false, false),
                        Event.PAID, new Rule("Betald", false, false, false, true),
                        Event.CANCELLED, new Rule("canceled", false, true, false, false),
                        Event.UNDONE, new Rule("picking", false, false, false, true)));
        assertThat(status.trackers()).isEqualTo(Map.of("postnord", "1"));
        assertThat(status.sequence()).containsExactly("created", "Packas", "completed");
        assertThat(status.silentDays()).isEqualTo(7);
    }

    @Test
    void neitherMailsNorCapturesUnlessTold() {
        StatusSetup status = status("    status: { delivered: { set: completed } }\n");

        assertThat(status.rules())
                .isEqualTo(Map.of(Event.DELIVERED, new Rule("completed", false, false, false, false)));
        assertThat(status.trackers()).isEmpty();
        assertThat(status.sequence()).containsExactly("created", "picking", "completed");
        assertThat(status.silentDays()).isEqualTo(14);
    }

    @Test
    void tellsHowStarwebSpellsCanceled() {
        assertThat(GoodFile.mistakes("    status: { cancelled: { set: cancelled } }\n"))
                .containsExactly(
                        "status.cancelled.set: Starweb has no status \"cancelled\". Starweb spells it canceled.");
        assertThat(GoodFile.mistakes("    status: { delivered: { set: completed }, sequence: [created, Cancelled] }\n"))
                .containsExactly("status.sequence: Starweb has no status \"Cancelled\". Starweb spells it canceled.");
    }

    @ParameterizedTest
    @CsvSource({
        "delivered, canceled",
        "invoiced, Canceled",
        "paid, canceled",
        "undone, canceled",
        "cancelled, completed"
    })
    void refusesAStatusThatIsNotTrueOfTheEvent(String event, String status) {
        assertThat(GoodFile.mistakes("    status: { " + event + ": { set: " + status + " } }\n"))
                .singleElement()
                .asString()
                .startsWith("status." + event + ".set: would ");
    }

    @Test
    void refusesARuleWithoutAStatus() {
        assertThat(GoodFile.mistakes("    status: { delivered: { mail: true } }\n"))
                .containsExactly("status.delivered.set: is missing. Add \"set: …\".");
        assertThat(GoodFile.mistakes("    status: { delivered: { set: \" \" } }\n"))
                .containsExactly("status.delivered.set: is empty. Write a value, or remove the line.");
        assertThat(GoodFile.mistakes("    status: { delivered: completed }\n"))
                .anyMatch(mistake -> mistake.contains("expected keys with values here"));
    }

    @Test
    void refusesASectionWithoutARule() {
        assertThat(GoodFile.mistakes("    status: { silentDays: 7 }\n"))
                .containsExactly("status: has no rule, so it would change nothing in the shop."
                        + " Write for example delivered: { set: completed }, or remove the section.");
    }

    @Test
    void refusesSwitchesThatAreNeitherTrueNorFalse() {
        assertThat(GoodFile.mistakes("    status: { delivered: { set: completed, mail: yes } }\n"))
                .containsExactly("status.delivered.mail: must be true or false. Write one of the two.");
    }

    @Test
    void refusesATrackerForAShippingMethodThatOrdersDoNotKnow() {
        assertThat(GoodFile.mistakes("    status: { delivered: { set: completed }, trackers: { dhl: 3 } }\n"))
                .containsExactly("status.trackers.dhl: orders.shipping has no such shipping method."
                        + " Write one of those there: postnord.");
        assertThat(GoodFile.mistakes("    status: { delivered: { set: completed }, trackers: { postnord: \"\" } }\n"))
                .containsExactly("status.trackers.postnord: is empty. Write a value, or remove the line.");
    }

    @Test
    void refusesASequenceThatIsNone() {
        String mistakes =
                "status.sequence: names something twice." + " Write it as sequence: [created, picking, completed].";
        assertThat(GoodFile.mistakes("    status: { delivered: { set: completed }, sequence: [created, created] }\n"))
                .containsExactly(mistakes);
        assertThat(GoodFile.mistakes("    status: { delivered: { set: completed }, sequence: [] }\n"))
                .containsExactly(
                        mistakes.replace("names something twice", "must name at least one, and nothing empty"));
        assertThat(GoodFile.mistakes("    status: { delivered: { set: completed }, sequence: created }\n"))
                .containsExactly("status.sequence: must be a list. Write it as sequence: [one, two].");
    }

    @Test
    void refusesUnknownEventsKeysAndDays() {
        assertThat(GoodFile.mistakes("    status: { canceled: { set: canceled }, paid: { set: Betald } }\n"))
                .containsExactly("status.canceled: this key is not known. Did you mean \"cancelled\"?");
        assertThat(GoodFile.mistakes("    status: { paid: { set: Betald, email: true } }\n"))
                .containsExactly("status.paid.email: this key is not known. Did you mean \"mail\"?");
        assertThat(GoodFile.mistakes("    status: { paid: { set: Betald }, silentDays: 0 }\n"))
                .containsExactly("status.silentDays: must be a whole number from 1 to 365. Write for example 14.");
    }

    @Test
    void saysTheLine() {
        String text = GoodFile.withInShop("    status:\n      delivered:\n        set: cancelled\n");

        assertThat(GoodFile.read(text).mistakes()).extracting(Mistake::line).containsExactly((int)
                text.lines().count());
    }

    private static StatusSetup status(String sections) {
        return Objects.requireNonNull(GoodFile.shop(sections).status());
    }
}
