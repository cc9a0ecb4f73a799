package se.brygga.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs with another one and can be moved forward. */
public final class SimClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> offset;

    public SimClock(Clock base) {
        this(base, new AtomicReference<>(Duration.ZERO));
    }

    private SimClock(Clock base, AtomicReference<Duration> offset) {
        this.base = base;
        this.offset = offset;
    }

    /** Moves the clock; negative durations are refused. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock is only moved forward, not by " + by);
        }
        offset.updateAndGet(now -> now.plus(by));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SimClock(base.withZone(zone), offset);
    }
}
