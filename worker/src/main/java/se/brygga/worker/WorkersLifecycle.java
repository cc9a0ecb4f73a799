package se.brygga.worker;

import io.temporal.worker.WorkerFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts polling when everything else is up. Stops by letting running calls end. */
@Component
class WorkersLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkersLifecycle.class);

    private final EngineAtStart engine;
    private final WorkerFactory factory;
    private final SearchAttributeRegistration searchAttributes;
    private final WorkerProperties properties;

    WorkersLifecycle(
            EngineAtStart engine,
            WorkerFactory factory,
            SearchAttributeRegistration searchAttributes,
            WorkerProperties properties) {
        this.engine = engine;
        this.factory = factory;
        this.searchAttributes = searchAttributes;
        this.properties = properties;
    }

    @Override
    public void start() {
        engine.require();
        searchAttributes.register();
        factory.start();
    }

    @Override
    public void stop() {
        factory.shutdown();
        factory.awaitTermination(properties.stopWithin().toMillis(), TimeUnit.MILLISECONDS);
        if (!factory.isTerminated()) {
            LOG.warn("some calls did not end within {}; their orders go on in another worker", properties.stopWithin());
            factory.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return factory.isStarted() && !factory.isShutdown();
    }
}
