package se.brygga.starter.desk;

import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * A tenant as a whole, or one of its shops.
 *
 * @param shop null for the tenant as a whole
 */
public record Place(String tenant, @Nullable String shop) {

    /**
     * The inverse of {@link #toString()}.
     *
     * @throws RequestRefused the text is neither {@code tenant} nor {@code tenant/shop}
     */
    public static Place parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2 || parts[0].isBlank() || (parts.length == 2 && parts[1].isBlank())) {
            throw Reason.NO_PLACE.refused(text);
        }
        return new Place(parts[0], parts.length == 2 ? parts[1] : null);
    }

    /** The shop's key, or the empty text that stands for the tenant as a whole in the books. */
    public String shopOrNone() {
        return shop == null ? "" : shop;
    }

    /** {@code tenant} or {@code tenant/shop}. */
    @Override
    public String toString() {
        return shop == null ? tenant : tenant + "/" + shop;
    }
}
