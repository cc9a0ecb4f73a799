package se.brygga.starter.desk.tenants;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What was done for a tenant.
 *
 * @param done one line for each thing
 * @param failed one line for each shop that did not take its web hooks: a repeat mends that
 * @param triggers the URLs for Specter's support to enter, by kind; secret as a password is. Empty when they are as before, and
 *     when Specter calls nothing for the tenant
 */
public record Applied(List<String> done, List<String> failed, Map<String, URI> triggers) {}
