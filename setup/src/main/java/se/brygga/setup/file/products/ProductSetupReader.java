package se.brygga.setup.file.products;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.brygga.setup.keys.SetupKey;
import se.brygga.setup.products.Carriage;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.NameTemplate;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.setup.yaml.Section;
import se.brygga.workflows.refusal.SetupReason;

/** Reads a shop's {@code products} section. */
public final class ProductSetupReader {

    private ProductSetupReader() {}

    /** @param direction which way the tenant's products go */
    public static ProductSetup read(Section s, Direction direction) {
        if (s.has("visible") && direction == Direction.TO_SPECTER) {
            s.mistake("visible", SetupReason.PRODUCTS_GO_THE_OTHER_WAY.of());
        }
        if (s.has("removed") && direction == Direction.TO_SHOP) {
            s.mistake("removed", SetupReason.PRODUCTS_GO_THE_OTHER_WAY.of());
        }
        ProductSetup setup = new ProductSetup(
                fields(s.optionalSection("fields"), direction),
                new NameTemplate(template(s)),
                s.choice("removed", ProductSetup.Removed.class),
                s.optionalFilledText("removedMark").orElseGet(() -> s.usual("removedMark")),
                s.flag("visible"),
                sweepAt(s));
        s.end();
        return setup;
    }

    private static Map<ProductField, Mode> fields(Section s, Direction direction) {
        Map<ProductField, Mode> fields = new EnumMap<>(ProductField.class);
        for (ProductField field : ProductField.values()) {
            fields.put(field, field.carriage(direction).standard());
        }
        for (String key : s.keys()) {
            Optional<ProductField> field = ProductField.ofWord(key);
            if (field.isEmpty()) {
                s.mistake(
                        key,
                        SetupReason.PRODUCT_FIELD_UNKNOWN.of(Arrays.stream(ProductField.values())
                                .map(ProductField::word)
                                .toList()));
                continue;
            }
            Mode mode = s.choice(key, Mode.class);
            Carriage carriage = field.get().carriage(direction);
            if (!carriage.allowed().contains(mode)) {
                s.mistake(key, SetupReason.PRODUCT_FIELD_MODE.of(written(carriage)));
            }
            fields.put(field.get(), mode);
        }
        return fields;
    }

    private static List<String> written(Carriage carriage) {
        return Arrays.stream(Mode.values())
                .filter(carriage.allowed()::contains)
                .map(SetupKey::written)
                .toList();
    }

    private static String template(Section s) {
        String template = s.optionalFilledText("name").orElseGet(() -> s.usual("name"));
        if (!NameTemplate.isTemplate(template)) {
            s.mistake("name", SetupReason.PRODUCT_NAME_FORM.of(s.usual("name")));
        }
        return template;
    }

    private static LocalTime sweepAt(Section s) {
        String text = s.optionalText("sweepAt").orElseGet(() -> s.usual("sweepAt"));
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            s.mistake("sweepAt", SetupReason.TIME_OF_DAY_EXPECTED.of(s.usual("sweepAt")));
            return LocalTime.parse(s.usual("sweepAt"));
        }
    }
}
