/** Work that outlives a request, over HTTP: each job is made with 202, asked for, and stopped. */
@NullMarked
package se.brygga.starter.api.jobs;

import org.jspecify.annotations.NullMarked;
