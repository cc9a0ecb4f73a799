package se.brygga.activities.wiring;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.brygga.activities.wiring.temporal.TemporalConfiguration;

/** The foundation of every app: the books with their key, and Temporal. */
@Configuration(proxyBeanMethods = false)
@Import({TemporalConfiguration.class, VaultConfiguration.class, BooksConfiguration.class})
public class FoundationConfiguration {}
