package se.brygga.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;

/** {@code TENANT}. */
public final class TenantArgument {

    /** Refuses what cannot be a tenant's name. This is wrong usage, found without asking the starter. */
    static final class Converter implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (!ShopRef.KEY.matcher(text).matches()) {
                throw Reason.KEY_NOT_ALLOWED.refused("tenant", text);
            }
            return text;
        }
    }

    @Parameters(
            paramLabel = "TENANT",
            index = "0",
            converter = Converter.class,
            description = "${bundle:help.tenant.TENANT}")
    private String tenant = "";

    /** The tenant's key. */
    public String tenant() {
        return tenant;
    }
}
