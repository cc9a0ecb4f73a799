package se.brygga.activities.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All our meters. {@code docs/running.md} has the same table. A test compares both with each other and with what an app
 * shows. A label never names a person.
 */
public enum Metric {
    ORDERS_WAITING(Kind.NUMBER, "orders.waiting", "tenant", "cause"),
    ORDERS_ON_ITS_WAY(Kind.NUMBER, "orders.on.its.way", "tenant", "age"),
    ORDERS_ON_ITS_WAY_OLDEST(Kind.AGE, "orders.on.its.way.oldest", "tenant"),
    ORDERS_SKIPPED(Kind.NUMBER, "orders.skipped", "tenant", "rule"),
    SYSTEMS_OUT_OF_ORDER(Kind.NUMBER, "systems.out.of.order", "tenant", "system", "kind"),
    SYSTEMS_OUT_OF_ORDER_LONGEST(Kind.AGE, "systems.out.of.order.longest", "tenant", "system", "kind"),
    SYSTEMS_OUT_OF_ORDER_WAITING(Kind.NUMBER, "systems.out.of.order.waiting", "tenant", "system", "kind"),
    LOOPS_LATE(Kind.NUMBER, "loops.late", "tenant", "loop"),
    SHOPS_NOT_LOOKED_THROUGH(Kind.NUMBER, "shops.not.looked.through", "tenant"),
    PUSHES_ASLEEP(Kind.NUMBER, "pushes.asleep", "tenant", "feed", "why"),
    NOTICES_OPEN(Kind.NUMBER, "notices.open", "tenant", "cause"),
    PRICES_WAITING(Kind.NUMBER, "prices.waiting", "tenant"),
    WEB_HOOKS_WAITING(Kind.NUMBER, "webhooks.waiting"),
    WEB_HOOKS_OLDEST(Kind.AGE, "webhooks.oldest"),
    WORKERS_MISSING(Kind.AGE, "workers.missing"),
    BOOKS_AGE(Kind.AGE, "books.age"),
    TRANSFERS(Kind.COUNTER, "transfers", "tenant"),
    TRANSFER_TIME(Kind.TIMER, "transfer.time"),
    WEB_HOOKS(Kind.COUNTER, "webhooks", "event", "repeated"),
    WEB_HOOKS_REFUSED(Kind.COUNTER, "webhooks.refused", "event"),
    TRIGGERS(Kind.COUNTER, "triggers", "kind");

    /** What a meter measures. */
    public enum Kind {
        /** A present number. */
        NUMBER(""),
        /** An age in seconds. */
        AGE("_seconds"),
        /** A number since the process began. */
        COUNTER("_total"),
        /** The duration of each in seconds. */
        TIMER("_seconds");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    private final Kind kind;
    private final String meter;
    private final List<String> labels;

    Metric(Kind kind, String name, String... labels) {
        this.kind = kind;
        this.meter = "brygga." + name;
        this.labels = List.of(labels);
    }

    public Kind kind() {
        return kind;
    }

    public List<String> labels() {
        return labels;
    }

    /** The name in Prometheus: {@code brygga_webhooks_total}. */
    public String prometheusName() {
        return meter.replace('.', '_') + kind.suffix;
    }

    String meter() {
        return meter;
    }

    /** @param values of all its labels, in their order */
    Tags tags(List<String> values) {
        if (values.size() != labels.size()) {
            throw new IllegalArgumentException(this + " has the labels " + labels + ", not the values " + values);
        }
        return Tags.of(IntStream.range(0, labels.size())
                .mapToObj(i -> Tag.of(labels.get(i), values.get(i)))
                .toList());
    }

    /** The counter with these values of its labels. */
    public Counter counter(MeterRegistry meters, String... values) {
        return Counter.builder(meter).tags(tags(List.of(values))).register(meters);
    }
}
