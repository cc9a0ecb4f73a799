package se.brygga.setup.file;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.brygga.setup.Objection;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.yaml.Mistake;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/**
 * What a set-up file says, without a look at the books.
 *
 * @param mistakes all at once, with their lines; then there are no tenants
 * @param warnings what looks wrong and may be right
 */
public record SetupCheck(List<Refusal> mistakes, List<Refusal> warnings, List<Tenant> tenants) {

    /** A tenant of the file. */
    public record Tenant(String tenant, int shops) {}

    static SetupCheck of(SetupFile.Result read) {
        return new SetupCheck(
                read.mistakes().stream().map(Mistake::refusal).toList(),
                Stream.concat(
                                read.warnings().stream().map(Mistake::refusal),
                                placed(read, SetupCheck::warningsUnasked).stream())
                        .toList(),
                read.setups().stream()
                        .map(setup -> new Tenant(setup.tenant(), setup.shops().size()))
                        .toList());
    }

    /** What was said about each of a file's set-ups, with the line in the file. */
    public static List<Refusal> placed(SetupFile.Result read, Function<TenantSetup, List<Objection>> said) {
        return IntStream.range(0, read.setups().size())
                .boxed()
                .flatMap(i -> said.apply(read.setups().get(i)).stream()
                        .map(objection -> objection
                                .refusal()
                                .with("line", read.lines().get(i).of(objection))
                                .with("tenant", read.setups().get(i).tenant())))
                .toList();
    }

    /** The warnings that need no answer of a shop. The starter asks the shops and knows more. */
    private static List<Objection> warningsUnasked(TenantSetup setup) {
        return setup.shops().stream()
                .flatMap(shop -> Stream.ofNullable(shop.status())
                        .flatMap(status -> carriersUnasked(status, shop.orders()).stream())
                        .map(warning -> warning.within(shop.shop())))
                .toList();
    }

    /** Shipping methods whose orders may not get the parcel's number, because the set-up names no carrier for them. */
    static List<Objection> carriersUnasked(StatusSetup status, OrderSetup orders) {
        List<String> without = orders.shipping().keySet().stream()
                .filter(method -> status.trackers().keySet().stream().noneMatch(method::equalsIgnoreCase))
                .sorted()
                .toList();
        return without.isEmpty() || status.rules().values().stream().noneMatch(StatusSetup.Rule::tracking)
                ? List.of()
                : List.of(new Objection(
                        "",
                        List.of("status", "trackers"),
                        SetupReason.CARRIERS_NOT_NAMED.of(
                                without, "trackers: { " + without.getFirst() + ": PostNord }")));
    }
}
