package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupCheckTest {

    private static final String TRACKED = "    status: { delivered: { set: completed, tracking: true } }\n";

    @TempDir
    private Path folder;

    @Test
    void saysWithItsLineWhichShippingMethodsMayHaveNoCarrier() throws Exception {
        SetupCheck check = check(GoodFile.TEXT + TRACKED);

        assertThat(check.mistakes()).isEmpty();
        assertThat(check.warnings())
                .singleElement()
                .asString()
                .matches("line \\d+, tenant .*: shop .*: status.trackers: no carrier is named for the shipping methods"
                        + " postnord: if .* Write for example trackers: \\{ postnord: PostNord }\\.");
        assertThat(check.tenants()).singleElement().matches(tenant -> tenant.shops() == 1);
    }

    @Test
    void warnsOfNoCarrierThatIsNamedOrThatNoRuleTellsOf() throws Exception {
        assertThat(check(GoodFile.TEXT).warnings()).isEmpty();
        assertThat(check(GoodFile.TEXT + TRACKED.replace(" } }", " }, trackers: { PostNord: \"1\" } }"))
                        .warnings())
                .isEmpty();
        assertThat(check(GoodFile.TEXT + TRACKED.replace("tracking: true", "tracking: false"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void saysAllMistakesAndNoTenant() throws Exception {
        SetupCheck check = check(GoodFile.TEXT.replace("clientId: a.b", "clientId: \"\""));

        assertThat(check.mistakes()).singleElement().asString().contains("shops[0].starweb.clientId: is empty");
        assertThat(check.tenants()).isEmpty();
    }

    private SetupCheck check(String text) throws Exception {
        return LocalSetup.read(Files.writeString(
                        folder.resolve("setup.yaml"),
                        text.replace("hemlig-i-klartext", "11111111-2222-3333-4444-555555555555")
                                .replaceAll("\\$\\{.*?}", "0123456789abcdef0123456789abcdef")))
                .check();
    }
}
