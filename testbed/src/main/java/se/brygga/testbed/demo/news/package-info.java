/** What has arrived, and how long it took: orders in Specter, and what comes back to the shops. */
@NullMarked
package se.brygga.testbed.demo.news;

import org.jspecify.annotations.NullMarked;
