/** What is out of order for many at once, notices, and the audit log. */
@NullMarked
package se.brygga.starter.api.trouble;

import org.jspecify.annotations.NullMarked;
