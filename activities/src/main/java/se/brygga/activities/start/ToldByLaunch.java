package se.brygga.activities.start;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Keeps Spring Boot from printing a failed start with a hundred lines of stack trace. {@link Launch} prints one line
 * instead.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ToldByLaunch implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return true;
    }
}
