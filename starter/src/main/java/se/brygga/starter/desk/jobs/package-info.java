/** Work that outlives a request: which starter continues it, how far it is, and how it is stopped. */
@NullMarked
package se.brygga.starter.desk.jobs;

import org.jspecify.annotations.NullMarked;
