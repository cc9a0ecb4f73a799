package se.brygga.worker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.crypto.Reencryption;
import se.brygga.activities.crypto.Vault;

/** Encrypts the database anew when there is a new key. Without one this costs one small query a minute. */
@Component
class KeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final Reencryption reencryption;

    KeyRotation(JdbcClient jdbc, Vault vault) {
        this.reencryption = new Reencryption(jdbc, vault);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void run() {
        Reencryption.Done done = reencryption.run();
        if (done.rows() > 0 || done.unreadable() > 0) {
            LOG.info(
                    "{} rows were encrypted anew with the newest key; {} could not be read with any key",
                    done.rows(),
                    done.unreadable());
        }
    }
}
