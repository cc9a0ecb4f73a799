package se.brygga.activities.setup.kept;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.StoredForms;
import se.brygga.clients.remote.Secret;
import se.brygga.setup.TenantSetup;

/** The set-ups in the books of a release are read by every later one. */
class StoredSetupsTest {

    private final SetupCodec codec = new SetupCodec();

    @Test
    void aSetUpWithEveryPart() throws IOException {
        TenantSetup setup = SampleSetup.withEverything();

        StoredForms.assertReadWhole("setup", codec.toJson(setup), stored -> codec.toJson(read(stored, setup)));
    }

    private TenantSetup read(String stored, TenantSetup sample) {
        Map<String, Secret> secrets = new HashMap<>(codec.secrets(sample));
        return codec.fromJson(stored, secrets);
    }
}
