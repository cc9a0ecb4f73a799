/** The loops whose changes go to shops: they poll Specter's journal, and push to each shop what differs. */
@NullMarked
package se.brygga.workflows.push;

import org.jspecify.annotations.NullMarked;
