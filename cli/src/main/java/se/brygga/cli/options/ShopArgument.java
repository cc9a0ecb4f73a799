package se.brygga.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import se.brygga.workflows.ShopRef;

/** {@code SHOP}: the first argument of a command about one shop. */
public final class ShopArgument {

    @Parameters(paramLabel = "SHOP", index = "0", description = "${bundle:help.shop.SHOP}")
    private @Nullable ShopRef shop;

    /** The shop. */
    public ShopRef shop() {
        if (shop == null) {
            throw new IllegalStateException("picocli asks for the shop");
        }
        return shop;
    }
}
