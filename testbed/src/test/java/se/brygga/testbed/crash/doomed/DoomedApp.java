package se.brygga.testbed.crash.doomed;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import se.brygga.starter.StarterApplication;
import se.brygga.worker.WorkerApplication;

/** The worker or the starter in a process of its own, with the crash points that the system properties name. */
public final class DoomedApp {

    private DoomedApp() {}

    public static void main(String[] arguments) throws IOException {
        SpringApplicationBuilder app =
                arguments[0].equals("worker") ? WorkerApplication.application() : StarterApplication.application();
        WatchedDatabase database = new WatchedDatabase(CrashPoints.fromProperties());
        ApplicationContextInitializer<ConfigurableApplicationContext> watched =
                context -> context.getBeanFactory().addBeanPostProcessor(database);
        app.initializers(watched).run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
