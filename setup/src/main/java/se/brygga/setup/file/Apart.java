package se.brygga.setup.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.setup.OutsideSystem;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.yaml.Section;
import se.brygga.workflows.refusal.SetupReason;

/** Checks all documents of a file together: no two tenants or shops may use the same system outside. */
final class Apart {

    private record Entry(String place, int line) {}

    private record SystemKey(OutsideSystem.Kind kind, String key) {}

    private final Map<SystemKey, Entry> seen = new HashMap<>();

    void look(Section specter, String tenant, SpecterSetup setup) {
        if (specter.isRight("baseUrl") && specter.isRight("sbmId")) {
            look(specter, "sbmId", OutsideSystem.ofSpecter(tenant, setup));
        }
    }

    void look(Section starweb, String tenant, ShopSetup shop) {
        List<OutsideSystem> used = OutsideSystem.ofShop(tenant, shop);
        for (OutsideSystem system : used) {
            String key = system.kind() == OutsideSystem.Kind.STARWEB_SHOP ? "baseUrl" : "clientId";
            if (starweb.isRight(key)) {
                look(starweb, key, system);
            }
        }
    }

    private void look(Section section, String key, OutsideSystem system) {
        Entry here = new Entry(system.place().name(), section.lineOf(key));
        Entry before = seen.putIfAbsent(new SystemKey(system.kind(), system.key()), here);
        if (before != null) {
            section.mistake(
                    key,
                    SetupReason.SYSTEM_TWICE.of(system.kind().code(), system.key(), before.place(), before.line()));
        }
    }
}
