/** Specter's articles: which there are, how they are spelled, and the one reader of their journal. */
@NullMarked
package se.brygga.activities.articles;

import org.jspecify.annotations.NullMarked;
