package se.brygga.setup.file;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.yaml.Section;
import se.brygga.workflows.refusal.SetupReason;

/** Reads a shop's {@code prices} section. */
final class PriceSetupReader {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private PriceSetupReader() {}

    private static boolean isCurrency(String text) {
        return CURRENCIES.contains(text);
    }

    static PriceSetup read(Section s, SpecterSetup specter) {
        Map<String, String> lists = s.optionalSection("lists").distinctFilledTexts(SetupReason.Thing.PRICE_LIST);
        if (!lists.isEmpty() && specter.priceLists() == SpecterSetup.PriceLists.OFF) {
            s.mistake("lists", SetupReason.LISTS_ARE_OFF.of());
        }
        boolean base = s.flag("base");
        if (!base && lists.isEmpty()) {
            s.mistake("base", SetupReason.NO_PRICES.of());
        }
        PriceSetup setup = new PriceSetup(
                base,
                lists,
                s.decimal("approveAbovePercent"),
                s.flag("sales"),
                s.value(
                        "currency",
                        s.usual("currency"),
                        text -> text,
                        PriceSetupReader::isCurrency,
                        SetupReason.CURRENCY_UNKNOWN.of(s.usual("currency"))));
        s.end();
        return setup;
    }
}
