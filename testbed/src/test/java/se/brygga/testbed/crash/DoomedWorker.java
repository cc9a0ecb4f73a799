package se.brygga.testbed.crash;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import se.brygga.worker.WorkerApplication;

/** The worker app in a process of its own, with a crash point at a commit if the system properties name one. */
public final class DoomedWorker {

    private DoomedWorker() {}

    public static void main(String[] arguments) {
        SpringApplicationBuilder app = WorkerApplication.application();
        int commit = Integer.getInteger("crash.commit", 0);
        if (commit > 0) {
            ApplicationContextInitializer<ConfigurableApplicationContext> points = context -> context.getBeanFactory()
                    .addBeanPostProcessor(new CommitPoints(commit, Boolean.getBoolean("crash.before")));
            app.initializers(points);
        }
        app.run(arguments);
    }
}
