package se.brygga.worker;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.onboarding.Leaving;
import se.brygga.activities.starweb.StarwebClients;
import se.brygga.activities.store.SetupStore;

/** Takes our web hooks out of shops that were suspended or removed while they did not answer. */
@Component
class LeavingShops {

    private final Leaving leaving;

    LeavingShops(SetupStore setups, StarwebClients starweb) {
        this.leaving = new Leaving(setups, starweb);
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void tryAgain() {
        leaving.takeOutHooksThatAreLeft();
    }
}
