package se.brygga.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.brygga.activities.setup.OrderSetup;
import se.brygga.activities.specter.SpecterOrder.Row;
import se.brygga.activities.starweb.StarwebOrder;
import se.brygga.activities.starweb.StarwebOrder.DiscountType;
import se.brygga.workflows.attention.Cause;

/** Whatever the order: either its total in Specter equals the shop's, or it waits. Never anything else. */
class OrderTranslatorPropertiesTest {

    private static final String[] RATES = {"25", "12", "6", "0"};
    private static final String[] CURRENCIES = {"SEK", "NOK", "EUR"};

    private final OrderTranslator translator = new OrderTranslator();

    @Property(tries = 10_000)
    void equalToTheOreOrWaiting(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int kind) {
        StarwebOrder order = random(new Random(seed)).build();

        check(order);
    }

    @Property(tries = 10_000)
    void aShopTotalThatIsOffIsNeverSent(@ForAll long seed, @ForAll @IntRange(min = 2, max = 50_000) int offByOre) {
        StarwebOrder right = random(new Random(seed)).build();
        // From the exact sum on, not from the shop's: with whole kronor net and VAT are each rounded, by up to half a
        // krona.
        BigDecimal off = ShopTotal.of(right, false, BundleMoney.PARENT)
                .setScale(2, RoundingMode.CEILING)
                .add(ShopTotal.tolerance(right))
                .add(BigDecimal.valueOf(offByOre, 2));
        StarwebOrder wrong = random(new Random(seed)).toPay(off.toPlainString()).build();

        Translation translation =
                translator.translate(wrong, Orders.shop(false, OrderSetup.Bundles.PARENT_ONLY), Orders.specter());

        assertThat(translation.problems())
                .extracting(Translation.Problem::cause)
                .contains(Cause.TOTALS_DIFFER);
        assertThat(translation.sendable(false)).isEmpty();
    }

    private void check(StarwebOrder order) {
        Translation translation =
                translator.translate(order, Orders.shop(false, OrderSetup.Bundles.PARENT_ONLY), Orders.specter());
        translation
                .sendable(false)
                .ifPresentOrElse(
                        draft -> {
                            BigDecimal reached = SpecterTotal.of(draft.order().rows(), 2);
                            assertThat(reached).isEqualByComparingTo(order.amountToPay());
                            assertThat(draft.specterTotal().amount()).isEqualByComparingTo(order.amountToPay());
                            assertThat(roundingWithoutVat(draft)).isLessThanOrEqualTo(BigDecimal.ONE);
                        },
                        () -> assertThat(translation.problems()).isNotEmpty());
    }

    private static BigDecimal roundingWithoutVat(Translation.Draft draft) {
        return draft.order().rows().stream()
                .filter(row -> row.articleNo().equals("AVRUNDNING") && row.vatPercent() == 0)
                .map(Row::priceExclVat)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .abs();
    }

    private static Orders random(Random random) {
        Orders orders = Orders.order().currency(CURRENCIES[random.nextInt(3)], random.nextInt(4) == 0 ? 0 : 2);
        int rows = 1 + random.nextInt(8);
        for (int i = 0; i < rows; i++) {
            String rate = RATES[random.nextInt(4)];
            String price = BigDecimal.valueOf(random.nextInt(5_000_000), 4).toPlainString();
            boolean code = i > 0 && random.nextInt(6) == 0;
            int quantity = code ? -1 : 1 + random.nextInt(120);
            boolean amount = random.nextBoolean();
            String discount = random.nextInt(3) > 0
                    ? "0"
                    : BigDecimal.valueOf(random.nextInt(amount ? 2_000 : 9_999), 2)
                            .toPlainString();
            orders.row(
                    code ? null : "SKU-" + i,
                    price,
                    quantity,
                    rate,
                    code ? "0" : discount,
                    amount ? DiscountType.AMOUNT : DiscountType.PERCENT);
        }
        if (random.nextBoolean()) {
            orders.shipping(BigDecimal.valueOf(random.nextInt(2_000_000), 4).toPlainString());
        }
        if (random.nextBoolean()) {
            orders.fee(BigDecimal.valueOf(random.nextInt(500_000), 4).toPlainString());
        }
        return orders;
    }
}
