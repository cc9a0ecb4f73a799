package se.brygga.activities.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.Canary;
import se.brygga.activities.crypto.Keyset;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.activities.start.Schema.SchemaDuty;
import se.brygga.workflows.refusal.Reason;

/** The key of the books, from the place that {@link VaultProperties} names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
class VaultConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);

    @Bean
    Vault vault(VaultProperties key, JdbcClient jdbc, SchemaDuty duty) {
        Vault vault = vault(key);
        Canary canary = new Canary(jdbc);
        if (duty == SchemaDuty.MIGRATE) {
            canary.makeIfMissing(vault);
        }
        return switch (canary.fit(vault)) {
            case FITS -> vault;
            case OTHER_KEY -> throw new StartRefused(Reason.KEY_OF_OTHER_DATABASE.of());
            case NO_CANARY -> throw new StartRefused(Reason.KEY_NOT_IN_DATABASE.of());
        };
    }

    private static Vault vault(VaultProperties key) {
        String value = key.value();
        Path file = key.file();
        if (value != null && !value.isBlank()) {
            return Vault.of(value);
        }
        if (file != null && !file.toString().isBlank()) {
            return Vault.of(() -> Keyset.of(read(file)));
        }
        if (key.demo()) {
            LOG.warn("the demo's encryption key is in use: everybody knows it; never with real orders");
            return Vault.demo();
        }
        throw new StartRefused(Reason.KEY_MISSING.of());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartRefused(Reason.FILE_NOT_READABLE.of(file));
        }
    }
}
