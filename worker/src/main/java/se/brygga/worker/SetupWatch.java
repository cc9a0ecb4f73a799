package se.brygga.worker;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

/**
 * Opens a notice for a set-up that cannot be read. Such a set-up stops all work of its tenant, and no waiting order
 * would show it.
 */
@Component
class SetupWatch {

    private final SetupStore setups;
    private final NoticeBook notices;

    SetupWatch(SetupStore setups, NoticeBook notices) {
        this.setups = setups;
        this.notices = notices;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT5S")
    void look() {
        List<String> unreadable = setups.unreadable();
        for (String tenant : setups.tenants()) {
            boolean told = !notices.subjects(tenant, "", Cause.SETUP_UNREADABLE).isEmpty();
            if (unreadable.contains(tenant) && !told) {
                notices.open(tenant, "", Cause.SETUP_UNREADABLE, "set-up", Phrase.SETUP_NOT_READABLE.with());
            } else if (told && !unreadable.contains(tenant)) {
                notices.closeAll(tenant, "", Cause.SETUP_UNREADABLE);
            }
        }
    }
}
