package se.brygga.clients.remote;

import java.net.http.HttpClient;
import java.time.InstantSource;

/**
 * What the calls of all clients of an app share.
 *
 * @param http verifies TLS and follows no redirect, because a redirected POST would lose its body
 * @param outages says which systems are out of order, and is told how each call ended
 * @param log keeps the record of each call
 */
public record CallContext(HttpClient http, CallLimits limits, Outages outages, CallLog log, InstantSource time) {}
