package se.brygga.activities.start;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.workflows.refusal.Reason;

/** Compares the database's schema with the one that this program knows. */
public final class Schema implements FlywayMigrationStrategy {

    private final SchemaDuty duty;

    public Schema(SchemaDuty duty) {
        this.duty = duty;
    }

    /**
     * Migrates or checks the schema.
     *
     * @throws StartRefused the schema does not fit, and this program may not or cannot change it
     */
    @Override
    public void migrate(Flyway flyway) {
        try {
            refuseNewer(flyway);
            switch (duty) {
                case MIGRATE -> flyway.migrate();
                case CHECK -> refuseOlder(flyway);
            }
        } catch (FlywaySqlException e) {
            // The database is away, or does not let us in. This is reported like any other failure of that kind.
            throw e;
        } catch (FlywayException e) {
            throw new StartRefused(Reason.SCHEMA_NOT_FITTING.of(e.getMessage()));
        }
    }

    private static void refuseNewer(Flyway flyway) {
        List<MigrationInfo> unknown = only(
                flyway,
                migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved());
        if (!unknown.isEmpty()) {
            throw new StartRefused(Reason.DATABASE_NEWER.of(
                    newest(unknown), newest(only(flyway, m -> m.getState().isResolved()))));
        }
    }

    private static void refuseOlder(Flyway flyway) {
        List<MigrationInfo> applied =
                only(flyway, migration -> migration.getState().isApplied());
        if (applied.isEmpty()) {
            throw new StartRefused(Reason.DATABASE_EMPTY.of());
        }
        List<MigrationInfo> missing =
                only(flyway, migration -> !migration.getState().isApplied());
        if (!missing.isEmpty()) {
            throw new StartRefused(Reason.DATABASE_OLDER.of(newest(applied), newest(missing)));
        }
        flyway.validate();
    }

    private static List<MigrationInfo> only(Flyway flyway, Predicate<MigrationInfo> wanted) {
        return Stream.of(flyway.info().all()).filter(wanted).toList();
    }

    private static String newest(List<MigrationInfo> migrations) {
        return migrations.stream()
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("none");
    }

    /** What a program does with the database's schema when it starts. */
    public enum SchemaDuty {
        /** For the apps: migrates the schema to the one that the program knows. */
        MIGRATE,
        /** For commands: refuses a schema that does not fit, and changes nothing. */
        CHECK
    }
}
