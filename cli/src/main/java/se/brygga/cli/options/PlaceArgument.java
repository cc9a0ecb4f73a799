package se.brygga.cli.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import se.brygga.cli.server.Server;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;

/** {@code TENANT[/SHOP]}: a tenant as a whole, or one of its shops. */
public final class PlaceArgument {

    /** The parts between slashes: the tenant, or the tenant and the shop. */
    private record Place(List<String> steps) {}

    private static final class Steps implements ITypeConverter<Place> {

        @Override
        public Place convert(String text) {
            List<String> steps = Arrays.asList(text.split("/", -1));
            if (steps.size() > 2
                    || !steps.stream()
                            .allMatch(step -> ShopRef.KEY.matcher(step).matches())) {
                throw Reason.NO_PLACE.refused(text);
            }
            return new Place(steps);
        }
    }

    @Parameters(
            paramLabel = "TENANT[/SHOP]",
            index = "0",
            converter = Steps.class,
            description = "${bundle:help.place.TENANT-SHOP}")
    private Place place = new Place(List.of());

    /** The path of a tenant, or of one of its shops, and what follows it. */
    public String pathOfTenant(String... after) {
        List<String> steps = new ArrayList<>(List.of("tenants", place.steps().getFirst()));
        place.steps().stream().skip(1).forEach(shop -> steps.addAll(List.of("shops", shop)));
        steps.addAll(Arrays.asList(after));
        return Server.path(steps.toArray());
    }

    /** The path of the place below this one, and what follows it. */
    public String path(String before, String... after) {
        List<String> steps = new ArrayList<>(List.of(before));
        steps.addAll(place.steps());
        steps.addAll(Arrays.asList(after));
        return Server.path(steps.toArray());
    }
}
