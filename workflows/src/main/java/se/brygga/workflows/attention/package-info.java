/** What waits for a person: the catalogue of causes and the decisions an operator can make. */
@NullMarked
package se.brygga.workflows.attention;

import org.jspecify.annotations.NullMarked;
