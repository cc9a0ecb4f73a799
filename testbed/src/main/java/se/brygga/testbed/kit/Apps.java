package se.brygga.testbed.kit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import se.brygga.starter.StarterApplication;
import se.brygga.worker.WorkerApplication;

/** Brygga's two apps in this process, against a given database and a given Temporal server. */
public final class Apps implements AutoCloseable {

    /** Looks at apps before they are closed. Tests use it to find what must not appear anywhere. */
    @FunctionalInterface
    public interface Watch {

        /** All is still there: the apps, their database and Temporal. They are closed whatever it throws. */
        void beforeClose(Apps apps);
    }

    private static volatile Watch watch = apps -> {};

    private final ConfigurableApplicationContext starter;
    private final Map<String, String> workerProperties;
    private ConfigurableApplicationContext worker;

    private Apps(ConfigurableApplicationContext starter, Map<String, String> workerProperties) {
        this.starter = starter;
        this.workerProperties = workerProperties;
        this.worker = run(WorkerApplication.application(), workerProperties);
    }

    /**
     * Starts both.
     *
     * @param starterPort 0 picks a free one
     * @param more further properties, the same for both
     */
    public static Apps start(Database database, TemporalServer temporal, int starterPort, Map<String, String> more) {
        // The starter first: it makes the tables, and two apps must not race for that.
        ConfigurableApplicationContext starter = run(
                StarterApplication.application(),
                withManagementPort(properties(database, temporal, starterPort, more)));
        try {
            return new Apps(starter, properties(database, temporal, 0, more));
        } catch (RuntimeException e) {
            starter.close();
            throw e;
        }
    }

    /** From now on, looks at all apps that this process closes. */
    public static void watch(Watch by) {
        watch = by;
    }

    /** Properties that point an app at this database and this Temporal, with the demo's key. */
    public static Map<String, String> properties(
            Database database, TemporalServer temporal, int port, Map<String, String> more) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("brygga.temporal.target", temporal.address());
        properties.put("brygga.key.demo", "true");
        properties.put("server.port", Integer.toString(port));
        properties.putAll(more);
        return properties;
    }

    /** The starter's health and metrics have a port of their own, closed to the outside: here a free one. */
    public static Map<String, String> withManagementPort(Map<String, String> properties) {
        properties.put("management.server.port", "0");
        return properties;
    }

    private static ConfigurableApplicationContext run(SpringApplicationBuilder app, Map<String, String> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return app.registerShutdownHook(false).run(arguments);
    }

    public URI starterUri() {
        return uri(starter);
    }

    /** Where the starter's health and metrics are. */
    public URI starterPages() {
        return URI.create("http://127.0.0.1:" + starter.getEnvironment().getRequiredProperty("local.management.port"));
    }

    /** Where the worker's health and metrics are: it has nothing else. */
    public URI workerPages() {
        return uri(worker);
    }

    /** A bean of the starter: a store, the client of Temporal. */
    public <T> T bean(Class<T> type) {
        return starter.getBean(type);
    }

    /** A bean of the worker: a client. */
    public <T> T workerBean(Class<T> type) {
        return worker.getBean(type);
    }

    /** Whether there is a worker in this process. */
    public boolean hasWorker() {
        return worker.isActive();
    }

    /** Stops the worker of this process, so that others take over. */
    public void stopWorker() {
        worker.close();
    }

    /** Starts a worker in this process again, after {@link #stopWorker}. */
    public void startWorker() {
        worker = run(WorkerApplication.application(), workerProperties);
    }

    private static URI uri(ConfigurableApplicationContext app) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) app).getWebServer())
                .getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        try {
            watch.beforeClose(this);
        } finally {
            starter.close();
            worker.close();
        }
    }
}
