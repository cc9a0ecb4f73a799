package se.brygga.worker;

import java.net.http.HttpClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.calls.Calls;
import se.brygga.activities.onboarding.Leaving;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.wiring.ClientsConfiguration;
import se.brygga.clients.remote.Outages;

/** Removes our web hooks from shops that were suspended, removed or moved while they did not answer. */
@Component
class LeavingShops {

    private final Leaving leaving;

    /** Uses clients of its own. If an address that a shop has left does not answer, this is no outage of the shop. */
    LeavingShops(SetupStore setups, Calls calls, HttpClient http) {
        this.leaving = new Leaving(setups, ClientsConfiguration.webShops(calls.context(http, Outages.IGNORED)));
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void takeOutStaleHooks() {
        leaving.takeOutStaleHooks();
    }
}
