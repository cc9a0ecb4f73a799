/** What {@code GET /api/v1/openapi} says of the API. */
@NullMarked
package se.brygga.starter.api.description;

import org.jspecify.annotations.NullMarked;
