/** What is out of order for many at once: the engine, workers, remote systems, loops, shops. Also the notices. */
@NullMarked
package se.brygga.starter.desk.trouble;

import org.jspecify.annotations.NullMarked;
