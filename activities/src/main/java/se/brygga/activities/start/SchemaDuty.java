package se.brygga.activities.start;

/** What a program does about the database's schema when it starts. */
public enum SchemaDuty {
    /** The apps: the schema is brought to what the program knows. */
    MIGRATE,
    /** Commands: a schema that does not fit is refused, and nothing is changed. */
    CHECK
}
