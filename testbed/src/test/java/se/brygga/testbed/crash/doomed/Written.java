package se.brygga.testbed.crash.doomed;

import java.util.List;

/**
 * A write as a process has noted it.
 *
 * @param changed false when it found nothing to change
 */
public record Written(String workflow, String step, String what, boolean changed) {

    static Written of(String line) {
        List<String> parts = List.of(line.split("\t"));
        return new Written(parts.get(0), parts.get(1), parts.get(2), Boolean.parseBoolean(parts.get(3)));
    }
}
