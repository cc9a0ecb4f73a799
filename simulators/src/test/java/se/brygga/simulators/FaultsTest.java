package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.brygga.simulators.specter.SpecterSimulator;

/** Which requests a fault hits. */
@ExtendWith(SimulatorsAtWork.class)
class FaultsTest {

    private static final String ACTION = "action=getArticleExternalNeedUpdate";
    private static final String FAILED = "<h1>500</h1>";

    private SpecterSimulator specter;
    private SpecterDoor door;

    @BeforeEach
    void start(SpecterSimulator specter) throws Exception {
        this.specter = specter;
        door = new SpecterDoor(specter);
    }

    @Test
    void hitsOnlyTheRequestThatItIsAbout() throws Exception {
        specter.faults().add(Fault.times(ACTION, Fault.Kind.STATUS, 0).withAbout("batchNo=A2\\b"));

        assertThat(door.stockText("A1")).doesNotContain(FAILED);
        assertThat(door.stockText("A2")).contains(FAILED);
        assertThat(door.stockTextByPost("A2")).contains(FAILED);
        assertThat(door.stockText("A22")).doesNotContain(FAILED);
    }

    @Test
    void letsSomeOfThemPassFirst() throws Exception {
        specter.faults()
                .add(Fault.times(ACTION, Fault.Kind.STATUS, 1)
                        .withAbout("batchNo=A2\\b")
                        .withSkip(1));

        assertThat(door.stockText("A1")).doesNotContain(FAILED);
        assertThat(door.stockText("A2")).doesNotContain(FAILED);
        assertThat(door.stockText("A1")).doesNotContain(FAILED);
        assertThat(door.stockText("A2")).contains(FAILED);
        assertThat(door.stockText("A2")).doesNotContain(FAILED);
    }

    @Test
    void refusesABadExpressionWhenItIsSet() {
        Fault fault = Fault.times(ACTION, Fault.Kind.STATUS, 1);

        assertThatThrownBy(() -> fault.withAbout("(")).isInstanceOf(PatternSyntaxException.class);
    }
}
