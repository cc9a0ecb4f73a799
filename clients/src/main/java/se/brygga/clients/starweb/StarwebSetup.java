package se.brygga.clients.starweb;

import java.net.URI;
import se.brygga.clients.remote.Secret;

/**
 * How to reach one shop.
 *
 * @param baseUrl the full base URL, up to and including {@code /api/v2}, without a slash at the end
 * @param maxRequestsPerMinute our own budget, below Starweb's 1,000 (reference section 4)
 * @param externalIdType the mark of our own links on Starweb's objects (section 12), at most 20 characters
 */
public record StarwebSetup(
        URI baseUrl, String clientId, Secret clientSecret, int maxRequestsPerMinute, String externalIdType) {}
