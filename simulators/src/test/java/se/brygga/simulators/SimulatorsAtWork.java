package se.brygga.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;

/**
 * Gives a simulator on a free port to each method that has one as a parameter, and stops it when the test is over. What
 * {@code @BeforeEach} and a test get is one and the same; what {@code @BeforeAll} gets serves the whole class.
 */
public final class SimulatorsAtWork implements ParameterResolver {

    private static final ExtensionContext.Namespace STARTED = ExtensionContext.Namespace.create(SimulatorsAtWork.class);

    /** The same seed gives the same shops, orders and faults. */
    private static final long SEED = 7;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == StarwebSimulator.class || type == SpecterSimulator.class;
    }

    /** JUnit closes what lies in its store. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(STARTED).computeIfAbsent(parameter.getParameter().getType(), SimulatorsAtWork::start);
    }

    private static AutoCloseable start(Class<?> type) {
        return type == StarwebSimulator.class ? starweb(SEED, Clock.systemUTC()) : specter(SEED, Clock.systemUTC());
    }

    /** For a scene that outlives a method, or has a clock of its own: who asks for the simulator closes it. */
    public static StarwebSimulator starweb(long seed, Clock clock) {
        try {
            return StarwebSimulator.start(0, seed, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #starweb}. */
    public static SpecterSimulator specter(long seed, Clock clock) {
        try {
            return SpecterSimulator.start(0, seed, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
