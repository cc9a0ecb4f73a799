package se.brygga.simulators.specter;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.brygga.simulators.specter.ControlApi.Call;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.triggers.SimTriggerKind;
import se.brygga.simulators.specter.triggers.TriggerSender.Disturbance;

/** {@code feeds/…} and {@code triggers/…} of the control API. */
final class FeedControl {

    private final SpecterSimulator simulator;

    FeedControl(SpecterSimulator simulator) {
        this.simulator = simulator;
    }

    /** {@code feeds/{sbmId}[/{kind}[/changed|/foreign-batch]]}. */
    Optional<Object> feeds(Call call) {
        long sbmId = call.numberAt(1);
        if (call.size() == 2) {
            Map<String, Integer> pending = new TreeMap<>();
            Arrays.stream(SimFeedKind.values())
                    .forEach(kind ->
                            pending.put(kind.id(), simulator.account(sbmId).pending(kind)));
            return Optional.of(Map.of(
                    "pending", pending, "openBatches", simulator.account(sbmId).openBatches()));
        }
        SimFeedKind kind = SimFeedKind.byId(call.at(2));
        if (call.size() == 3) {
            return Optional.of(simulator.account(sbmId).journal(kind));
        }
        switch (call.at(3)) {
            case "changed" -> simulator.account(sbmId).markAllChanged(kind);
            case "foreign-batch" -> {
                if (!call.is("DELETE")) {
                    return Optional.of(
                            Map.of("batchNo", simulator.account(sbmId).openForeignBatch(kind)));
                }
                simulator.account(sbmId).closeForeignBatch(kind);
            }
            default -> throw call.unknown();
        }
        return Optional.empty();
    }

    /** {@code triggers} for all calls and their disturbance, {@code triggers/{sbmId}[/{kind}]} for addresses and single calls. */
    Optional<Object> triggers(Call call) {
        if (call.size() == 1) {
            if (!call.is("PUT")) {
                return Optional.of(simulator.triggers().deliveries());
            }
            disturb(call.wish());
            return Optional.empty();
        }
        long sbmId = call.numberAt(1);
        if (call.size() == 3) {
            simulator.account(sbmId).fireTrigger(SimTriggerKind.byId(call.at(2)));
            return Optional.empty();
        }
        if (!call.is("PUT")) {
            Map<String, String> addresses = new TreeMap<>();
            simulator.triggers().registered(sbmId).forEach((kind, url) -> addresses.put(kind.id(), url));
            return Optional.of(addresses);
        }
        Map<SimTriggerKind, String> addresses = new EnumMap<>(SimTriggerKind.class);
        call.wish().all().forEach((kind, url) -> addresses.put(SimTriggerKind.byId(kind), url));
        simulator.triggers().register(sbmId, addresses);
        return Optional.empty();
    }

    private static Duration duration(String text) {
        try {
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("late is a duration like PT10S, not " + text, e);
        }
    }

    private void disturb(SimWish wish) {
        String late = wish.text("late");
        simulator
                .triggers()
                .disturb(new Disturbance(
                        wish.whole("lostPercent", 0),
                        wish.whole("doubledPercent", 0),
                        wish.whole("latePercent", 0),
                        duration(late)));
    }
}
