package se.brygga.setup;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Which of Specter's prices one shop gets.
 *
 * @param base whether the article's price goes to the shop's master list
 * @param lists Starweb's price list, id or name, by Specter's price list
 * @param approveAbovePercent 0 to 100: a price that changes by more than this, or to zero, waits for approval
 * @param sales while an article is on sale in Specter: true shows both its ordinary price and its sale price, false
 *     only the latter
 * @param currency of the articles' own prices, which Specter does not name; they go to no list in another currency
 */
public record PriceSetup(
        boolean base, Map<String, String> lists, BigDecimal approveAbovePercent, boolean sales, String currency) {

    /** Specter is Swedish. As in {@code setup-keys.yaml}. */
    static final String USUAL_CURRENCY = "SEK";

    public PriceSetup {
        lists = Map.copyOf(lists);
        // 30 and 30.0 are the same set-up. Without this a repeated apply would see a difference.
        approveAbovePercent = approveAbovePercent.stripTrailingZeros();
        if (approveAbovePercent.scale() < 0) {
            approveAbovePercent = approveAbovePercent.setScale(0);
        }
    }
}
