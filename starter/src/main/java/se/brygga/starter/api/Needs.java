package se.brygga.starter.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.brygga.starter.desk.access.Right;

/** The right that a route needs. A route without one is never answered. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** The right. */
    Right value();

    /** Bytes of the longest body that the route takes. A decision about a hundred orders takes a tenth of the usual. */
    int largestBody() default 64 * 1024;
}
