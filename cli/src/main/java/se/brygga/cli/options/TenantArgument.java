package se.brygga.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code TENANT}. */
public final class TenantArgument {

    /** Refuses what cannot be a tenant's name: wrong usage, found without a question to the starter. */
    static final class Converter implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (!text.matches("[a-z0-9-]{1,40}")) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no tenant's name: that is 1 to 40 of a-z, 0-9 and hyphen");
            }
            return text;
        }
    }

    @Parameters(paramLabel = "TENANT", index = "0", converter = Converter.class, description = "as in its set-up file")
    private String tenant = "";

    /** The tenant's key. */
    public String tenant() {
        return tenant;
    }
}
