/**
 * The operators' desk: every use case and every view of operators, once. This package holds what all parts of the desk
 * share.
 */
@NullMarked
package se.brygga.starter.desk;

import org.jspecify.annotations.NullMarked;
