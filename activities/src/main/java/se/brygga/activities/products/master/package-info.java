/** What Specter last told of each article, and the articles that the sync of products to a shop must look at. */
@NullMarked
package se.brygga.activities.products.master;

import org.jspecify.annotations.NullMarked;
