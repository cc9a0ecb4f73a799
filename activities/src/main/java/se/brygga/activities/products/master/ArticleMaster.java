package se.brygga.activities.products.master;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.feed.ArticleChange;

/**
 * An article as Specter told of it last.
 *
 * @param sku {@link se.brygga.workflows.Sku#key} of the number
 * @param told without prices, which have a book of their own
 * @param former key of the number that the article had before; null when the number never changed, as far as we know
 * @param deleted whether the article is deleted in Specter; the values are then those from before
 * @param toldAt when the last change was told
 */
public record ArticleMaster(
        String sku, ArticleChange told, @Nullable String former, boolean deleted, Instant toldAt) {}
