package se.brygga.starter.desk.products;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.setup.keys.SetupKey;
import se.brygga.setup.products.Carriage;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;

/**
 * A field in the register of what the sync of products carries.
 *
 * @param starweb where the field lies, in Starweb's words
 * @param specter where the field lies, in Specter's words; null where Specter has no such field
 * @param toSpecter null where the field cannot go to Specter
 * @param toShop null where the field cannot go to the shop
 * @param mode of the shop that was asked about; null when no shop was
 */
public record RegisterEntry(
        String field,
        String starweb,
        @Nullable String specter,
        String unit,
        @Nullable Way toSpecter,
        @Nullable Way toShop,
        @Nullable String mode) {

    /**
     * How the field goes one way.
     *
     * @param standard the mode where the set-up names none
     * @param allowed the modes that a set-up may name
     * @param longest most characters that the receiver holds; null where no length is known
     * @param decimals most decimals that the receiver holds; null for what is no number
     * @param misfit what happens to a value that does not fit
     */
    record Way(
            String standard,
            List<String> allowed,
            @Nullable Integer longest,
            @Nullable Integer decimals,
            String misfit) {

        private static @Nullable Way of(Carriage carriage) {
            return carriage.isPossible()
                    ? new Way(
                            SetupKey.written(carriage.standard()),
                            Arrays.stream(Mode.values())
                                    .filter(carriage.allowed()::contains)
                                    .map(SetupKey::written)
                                    .toList(),
                            carriage.longest(),
                            carriage.decimals(),
                            SetupKey.written(carriage.misfit()))
                    : null;
        }
    }

    static RegisterEntry of(ProductField field, @Nullable Mode mode) {
        ProductField.Places places = field.places();
        return new RegisterEntry(
                field.word(),
                places.shop(),
                places.specter().isEmpty() ? null : places.specter(),
                SetupKey.written(places.unit()),
                Way.of(field.carriage(Direction.TO_SPECTER)),
                Way.of(field.carriage(Direction.TO_SHOP)),
                mode == null ? null : SetupKey.written(mode));
    }
}
