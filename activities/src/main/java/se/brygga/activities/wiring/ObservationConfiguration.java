package se.brygga.activities.wiring;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a server publishes about itself and the books: its health, and meters. */
@Configuration(proxyBeanMethods = false)
@Import({StandstillHealth.class, MetricsConfiguration.class})
public class ObservationConfiguration {}
