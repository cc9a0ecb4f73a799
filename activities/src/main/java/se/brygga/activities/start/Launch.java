package se.brygga.activities.start;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/** Runs a program so that it is never half dead: a failure at the start ends the process, with one line. */
public final class Launch {

    /** The exit code of a failed start. A supervisor tries again. */
    private static final int NOT_STARTED = 1;

    private static final int OUT_OF_MEMORY = 3;

    /** After this time the process ends, whatever still runs in it. */
    private static final long ENDS_WITHIN_SECONDS = 10;

    private Launch() {}

    /**
     * Starts an app, which then runs by itself.
     *
     * @param name {@code worker} or {@code starter}, for the line about a failed start
     */
    public static void app(String name, SpringApplicationBuilder app, String... arguments) {
        endWhenMemoryEnds();
        try {
            app.run(arguments);
        } catch (Throwable failure) {
            System.err.println(FailedStart.inWords(name, failure));
            exit(NOT_STARTED);
        }
    }

    /** Runs a program to its end, and ends the process then. */
    public static void program(Callable<Integer> program) {
        endWhenMemoryEnds();
        int code = NOT_STARTED;
        try {
            code = program.call();
        } catch (Throwable failure) {
            System.err.println("brygga: " + FailedStart.inWords(failure));
        }
        exit(code);
    }

    /** Ends the process at once, because nothing works reliably without memory. */
    public static void outOfMemory(OutOfMemoryError error) {
        try {
            System.err.println("brygga: " + FailedStart.inWords(error));
        } finally {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }

    private static void endWhenMemoryEnds() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (failure instanceof OutOfMemoryError error) {
                outOfMemory(error);
            }
            System.err.println("brygga: thread " + thread.getName() + " ended: "
                    + failure.getClass().getSimpleName());
        });
    }

    /** Ends the process. A shutdown that hangs must not keep it. */
    private static void exit(int code) {
        Thread.ofPlatform().daemon().start(() -> {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ENDS_WITHIN_SECONDS);
            while (System.nanoTime() < deadline) {
                LockSupport.parkNanos(deadline - System.nanoTime());
            }
            Runtime.getRuntime().halt(code);
        });
        System.exit(code);
    }

    /** Says that the start cannot continue. The refusal says what is wrong and what to do. */
    public static class StartRefused extends RequestRefused {

        private static final long serialVersionUID = 1;

        /** @param why in one sentence, with what to do */
        public StartRefused(Refusal why) {
            super(why);
        }

        /** Says that what is missing may come by itself, such as a server that starts beside us. */
        public static final class NotYet extends StartRefused {

            private static final long serialVersionUID = 1;

            public NotYet(Refusal why) {
                super(why);
            }
        }
    }
}
