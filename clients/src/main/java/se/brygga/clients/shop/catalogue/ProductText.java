package se.brygga.clients.shop.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A product's texts in one language. Null in an answer: the shop did not say. Null in a write: the text stays.
 *
 * @param language code of the language: {@code sv}
 * @param name at most 150 characters
 * @param shortText may hold HTML
 * @param longText may hold HTML
 */
public record ProductText(
        String language,
        @Nullable String name,
        @Nullable String shortText,
        @Nullable String longText) {}
