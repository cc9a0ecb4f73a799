package se.brygga.cli.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Line;

/**
 * The address of a starter, and the token for it.
 *
 * @param url without a slash at its end
 */
public record Profile(String url, String token) {

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    public Profile {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw ServerTrouble.refused(Line.PROFILE_URL, url);
        }
        url = url.replaceFirst("/+$", "");
    }

    /**
     * The profile: {@code BRYGGA_URL} and {@code BRYGGA_TOKEN}, or the profile that {@code BRYGGA_PROFILE} names in
     * {@code ~/.brygga/profiles}. The profile is looked up only when it is needed.
     */
    public static Supplier<Profile> of(Map<String, String> environment, Path home) {
        return () -> {
            String url = environment.get("BRYGGA_URL");
            String token = environment.get("BRYGGA_TOKEN");
            return url != null && token != null
                    ? new Profile(url, token)
                    : inFile(
                            home.resolve(".brygga", "profiles"), environment.getOrDefault("BRYGGA_PROFILE", "default"));
        };
    }

    private static Profile inFile(Path file, String name) {
        if (!Files.exists(file)) {
            throw ServerTrouble.refused(Line.PROFILE_MISSING, file, name);
        }
        Properties all = read(file);
        return new Profile(required(file, all, name + ".url"), required(file, all, name + ".token"));
    }

    private static Properties read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            if (!OWN.containsAll(Files.getPosixFilePermissions(file))) {
                throw ServerTrouble.refused(Line.PROFILE_OPEN, file);
            }
            Properties all = new Properties();
            all.load(text);
            return all;
        } catch (IOException e) {
            throw ServerTrouble.refused(
                    Line.PROFILE_UNREADABLE, file, e.getClass().getSimpleName());
        }
    }

    private static String required(Path file, Properties all, String key) {
        @Nullable String value = all.getProperty(key);
        if (value == null) {
            throw ServerTrouble.refused(Line.PROFILE_LACKS, file, key);
        }
        return value.strip();
    }
}
