/** Work that outlives a request: who carries it on, how far it is, and how it is stopped. */
@NullMarked
package se.brygga.starter.desk.jobs;

import org.jspecify.annotations.NullMarked;
