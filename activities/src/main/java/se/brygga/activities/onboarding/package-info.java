/** Taking a set-up into force: the connections are tried, the shop is looked through, its web hooks are registered. */
@NullMarked
package se.brygga.activities.onboarding;

import org.jspecify.annotations.NullMarked;
