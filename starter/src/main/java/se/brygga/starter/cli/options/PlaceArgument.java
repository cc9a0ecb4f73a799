package se.brygga.starter.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import se.brygga.starter.desk.Place;

/** {@code TENANT[/SHOP]}: a tenant as a whole, or one of its shops. */
public final class PlaceArgument {

    @Parameters(paramLabel = "TENANT[/SHOP]", index = "0", description = "a tenant as a whole, or one shop")
    private @Nullable Place place;

    /** The place. */
    public Place place() {
        if (place == null) {
            throw new IllegalStateException("picocli asks for the place");
        }
        return place;
    }
}
