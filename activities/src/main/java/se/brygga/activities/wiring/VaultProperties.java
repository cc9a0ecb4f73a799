package se.brygga.activities.wiring;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key that encrypts orders and credentials in the database. Exactly one of the three is set.
 *
 * @param value the key itself, as {@code brygga key new} prints it
 * @param file a file with the key
 * @param demo the built-in key that everybody knows: for the demo only
 */
@ConfigurationProperties("brygga.key")
record VaultProperties(
        @Nullable String value,
        @Nullable Path file,
        @DefaultValue("false") boolean demo) {

    @Override
    public String toString() {
        return "key from " + (value != null ? "its value" : file != null ? "a file" : demo ? "the demo" : "nowhere");
    }
}
