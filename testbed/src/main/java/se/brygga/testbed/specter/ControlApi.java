package se.brygga.testbed.specter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import se.brygga.testbed.sim.CommonControl;
import se.brygga.testbed.sim.SimRequest;
import se.brygga.testbed.sim.SimResponse;

/** {@code /__sim/}: what people and testers do in Specter. Described in {@code testbed/README.md}. */
final class ControlApi {

    private final SpecterSimulator simulator;
    private final CommonControl common;

    ControlApi(SpecterSimulator simulator, CommonControl common) {
        this.simulator = simulator;
        this.common = common;
    }

    /** @param path below {@code /__sim} */
    SimResponse handle(SimRequest request, List<String> path) {
        try {
            return common.handle(request, path).orElseGet(() -> own(request, path));
        } catch (IllegalArgumentException e) {
            return CommonControl.refused(e);
        }
    }

    /** {@code orders|customers|articles/{sbmId}[/{one}]}, {@code occupied/{sbmId}/{number}}, {@code calls}, {@code reset}. */
    private SimResponse own(SimRequest request, List<String> path) {
        long sbmId = path.size() > 1 ? Long.parseLong(path.get(1)) : 0;
        boolean delete = request.method().equals("DELETE") && path.size() > 2;
        switch (path.getFirst()) {
            case "calls" -> {
                return CommonControl.json(simulator.calls());
            }
            case "orders" -> {
                return CommonControl.json(simulator.orders(sbmId));
            }
            case "customers" -> {
                if (!delete) {
                    return CommonControl.json(simulator.customers(sbmId));
                }
                simulator.removeCustomer(sbmId, Long.parseLong(path.get(2)));
            }
            case "articles" -> {
                if (!delete) {
                    return CommonControl.json(simulator.stock(sbmId));
                }
                simulator.removeArticle(sbmId, path.get(2));
            }
            case "occupied" -> simulator.occupy(sbmId, path.get(2));
            case "reset" -> simulator.reset();
            default -> {
                return SimResponse.of(404, "text/plain", "unknown control path", StandardCharsets.UTF_8);
            }
        }
        return SimResponse.empty(204);
    }
}
