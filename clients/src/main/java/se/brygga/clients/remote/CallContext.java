package se.brygga.clients.remote;

import java.net.http.HttpClient;
import java.time.InstantSource;

/**
 * What all calls of an app share, whichever client makes them.
 *
 * @param http verifies TLS and follows no redirect: a POST would lose its body
 * @param outages says which systems are out of order, and hears how each call ended
 * @param log keeps the record of each call
 */
public record CallContext(HttpClient http, CallLimits limits, Outages outages, CallLog log, InstantSource time) {}
