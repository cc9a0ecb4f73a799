/** {@code brygga bench outages}: what each kind of loss does to orders under load. */
@NullMarked
package se.brygga.testbed.bench.outages;

import org.jspecify.annotations.NullMarked;
