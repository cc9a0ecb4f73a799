package se.brygga.testbed.crash.doomed;

import java.util.List;

/**
 * Where a doomed process stands still: before or after the n-th write of a kind by the workflows of one victim.
 *
 * @param id said on standard output when the process stands there
 * @param workflows regular expression over workflow ids
 * @param step who writes: the workflow's type and its activity
 * @param what the tables and verbs, as {@link Sql} tells them
 * @param nth from 1, counted from the process's start
 */
public record CrashPoint(String id, String workflows, String step, String what, int nth, boolean before) {

    /** As one line of the file that the process reads. */
    String line() {
        return String.join("\t", id, workflows, step, what, Integer.toString(nth), Boolean.toString(before));
    }

    static CrashPoint of(String line) {
        List<String> parts = List.of(line.split("\t"));
        return new CrashPoint(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                Integer.parseInt(parts.get(4)),
                Boolean.parseBoolean(parts.get(5)));
    }
}
