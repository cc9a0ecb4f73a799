/** Why a request of a person is refused: a closed set of codes with parameters, and their texts in both languages. */
@NullMarked
package se.brygga.workflows.refusal;

import org.jspecify.annotations.NullMarked;
