package se.brygga.starter.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.brygga.workflows.attention.Cause;

/** A cause as an operator types it. An unknown one is wrong usage, and the message lists those that there are. */
final class CauseArgument implements ITypeConverter<Cause> {

    @Override
    public Cause convert(String text) {
        try {
            return Cause.ofCode(text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }
}
