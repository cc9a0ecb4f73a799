package se.brygga.testbed.process;

import java.util.List;
import java.util.Map;
import se.brygga.simulators.Quirks;

/** An answer to one of the protocols' open points that is not the usual one. */
record Choice(Quirks quirks, String quirk, String value) {

    /** Samples for quirks that take a number. */
    private static final Map<String, String> NUMBERS = Map.of(
            "noise", "100",
            "noise.loss", "30",
            "read.lag", "2",
            "rate.signal", "403",
            "rate.retryAfter", "1",
            "order.maxRows", "2",
            "maxBodyBytes", "100",
            "latencyMs", "300",
            "rateLimitPerMinute", "100000");

    String name() {
        return quirk + "=" + value;
    }

    void set() {
        quirks.set(quirk, value);
        if (value.equals("slow")) {
            quirks.set("payment.waitMillis", "500");
        }
    }

    /** The values of a quirk that are not the usual one. */
    static List<String> unusual(Quirks.Quirk quirk) {
        return quirk.choices().stream()
                .filter(value -> !value.equals(quirk.usual()))
                .map(value -> value.equals(Quirks.NUMBER) ? NUMBERS.getOrDefault(quirk.key(), "1") : value)
                .toList();
    }
}
