package se.brygga.activities.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.brygga.activities.crypto.Vault;

/** The key of the books, from where {@link VaultProperties} says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
public class VaultConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);

    @Bean
    Vault vault(VaultProperties key) {
        String value = key.value();
        Path file = key.file();
        if (value != null && !value.isBlank()) {
            return Vault.of(value);
        }
        if (file != null && !file.toString().isBlank()) {
            return Vault.of(read(file));
        }
        if (key.demo()) {
            LOG.warn("the demo's encryption key is in use: everybody knows it; never with real orders");
            return Vault.demo();
        }
        throw new IllegalStateException("no encryption key: set BRYGGA_KEY, or BRYGGA_KEY_FILE to a file that holds it;"
                + " make one with: brygga key new");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the encryption key's file cannot be read: " + file, e);
        }
    }
}
