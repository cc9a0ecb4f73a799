package se.brygga.clients.shop.order;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote on an order.
 *
 * @param from {@code admin} or {@code customer}
 */
public record OrderComment(
        long commentId, String text, @Nullable String from) {}
