/** Which of Specter's articles form one product of a shop: told by Specter, or proposed and confirmed by a person. */
@NullMarked
package se.brygga.activities.products.groups;

import org.jspecify.annotations.NullMarked;
