package se.brygga.starter.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.brygga.starter.desk.access.Right;

/** Names the right that a route needs. A route without this annotation is never answered. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** The right. */
    Right value();

    /**
     * The largest body that the route takes, in bytes. A decision about a hundred orders takes a tenth of the default.
     */
    int largestBody() default 64 * 1024;
}
