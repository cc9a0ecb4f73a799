/** Jobs over HTTP: each is made with 202, then asked for, and stopped. */
@NullMarked
package se.brygga.starter.api.jobs;

import org.jspecify.annotations.NullMarked;
