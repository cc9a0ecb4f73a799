/** Takes a set-up into force: tests the connections, looks through the shop, registers its web hooks. */
@NullMarked
package se.brygga.activities.onboarding;

import org.jspecify.annotations.NullMarked;
