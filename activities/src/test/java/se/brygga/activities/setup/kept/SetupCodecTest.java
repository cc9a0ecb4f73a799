package se.brygga.activities.setup.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.brygga.activities.SampleSetup;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.TenantSetup;

class SetupCodecTest {

    private final SetupCodec codec = new SetupCodec();

    @Test
    void givesBackEveryPartOfAFullSetUp() {
        TenantSetup setup = SampleSetup.withEverything();

        assertThat(codec.fromJson(codec.toJson(setup), codec.secrets(setup))).isEqualTo(setup);
    }

    @Test
    void writesTheNameOfASecretAndNotTheSecret() {
        TenantSetup setup = SampleSetup.withEverything();

        assertThat(codec.secrets(setup))
                .hasSizeGreaterThan(2)
                .allSatisfy((name, secret) -> assertThat(codec.toJson(setup))
                        .contains("\"" + name + "\"")
                        .doesNotContain("\"" + secret.value() + "\""));
    }

    @Test
    void takesTheSamePercentageForTheSameSetUp() {
        assertThat(prices("30.0")).isEqualTo(prices("30")).isEqualTo(prices("3E+1"));
        assertThat(prices("30.0").approveAbovePercent()).hasToString("30");
        assertThat(prices("0.50").approveAbovePercent()).hasToString("0.5");
    }

    private static PriceSetup prices(String percent) {
        return new PriceSetup(true, Map.of("1", "Norge"), new BigDecimal(percent), false, "SEK");
    }
}
