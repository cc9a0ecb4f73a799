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
            case OTHER_KEY ->
                throw new StartRefused(
                        "the encryption key does not fit this database, which was begun with another one:"
                                + " set BRYGGA_KEY or BRYGGA_KEY_FILE to that key, or mend BRYGGA_DB_URL");
            case NO_CANARY ->
                throw new StartRefused(
                        "this database has no encryption key yet: start a worker or starter with it first");
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
        throw new StartRefused("no encryption key: set BRYGGA_KEY, or BRYGGA_KEY_FILE to a file that holds it;"
                + " make one with: brygga key new");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartRefused("the encryption key's file cannot be read: " + file);
        }
    }
}
