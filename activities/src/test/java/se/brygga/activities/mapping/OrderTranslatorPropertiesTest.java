package se.brygga.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.DiscountType;
import se.brygga.clients.shop.order.ShopOrder.Item;
import se.brygga.clients.specter.order.SpecterOrder.Row;
import se.brygga.setup.OrderSetup.Bundles;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.attention.Cause;

/** Whatever the order: either its total in Specter equals the shop's, or it waits. Never anything else. */
class OrderTranslatorPropertiesTest {

    private static final String[] RATES = {"25", "12", "6", "0"};
    private static final String[] CURRENCIES = {"SEK", "NOK", "EUR"};

    private final OrderTranslator translator = new OrderTranslator();

    @Property(tries = 10_000)
    void equalToTheOreOrWaiting(@ForAll long seed) {
        Random random = new Random(seed);
        ShopSetup shop = shop(random);
        ShopOrder order = random(random, shop).build();

        Translation translation = translator.translate(order, shop, Orders.specter(), Orders.NO_CARD);

        boolean sent = translation.sendable(false).isPresent();
        translation.sendable(false).ifPresent(draft -> check(draft, order));
        assertThat(translation.problems().isEmpty()).isEqualTo(sent);
        // Nothing is wrong with any of these orders. Only whole kronor leave too much to round on most of them.
        Statistics.label(order.currencyPrecision() == 0 ? "in whole kronor" : "to the öre")
                .collect(sent ? "sent" : "waits")
                .coverage(coverage ->
                        coverage.check("sent").percentage(share -> share > (order.currencyPrecision() == 0 ? 1 : 95)));
    }

    /** Its rows without VAT end on half an öre, and turn their sign with the row that is added. */
    @Example
    void anOrderThatOnceMissedByAnOre() {
        Random random = new Random(-8145);
        ShopSetup shop = shop(random);
        ShopOrder order = random(random, shop).build();

        translator
                .translate(order, shop, Orders.specter(), Orders.NO_CARD)
                .sendable(false)
                .ifPresent(draft -> check(draft, order));
    }

    @Property(tries = 10_000)
    void aShopTotalThatIsOffIsNeverSent(@ForAll long seed, @ForAll @IntRange(min = 2, max = 50_000) int offByOre) {
        Random random = new Random(seed);
        ShopSetup shop = shop(random);
        Orders orders = random(random, shop);
        ShopOrder right = orders.build();
        // From the exact sum on, not from the shop's: with whole kronor net and VAT are each rounded, by up to half a
        // krona.
        BigDecimal off = orders.atMost()
                .setScale(2, RoundingMode.CEILING)
                .add(tolerance(right))
                .add(BigDecimal.valueOf(offByOre, 2));

        Translation translation =
                translator.translate(orders.toPay(off.toPlainString()).build(), shop, Orders.specter(), Orders.NO_CARD);

        assertThat(translation.problems())
                .extracting(Translation.Problem::cause)
                .containsAnyOf(Cause.TOTALS_DIFFER, Cause.BUNDLE_UNCLEAR, Cause.TOTAL_BELOW_ZERO);
        assertThat(translation.sendable(false)).isEmpty();
    }

    private static void check(Translation.Draft draft, ShopOrder order) {
        List<Row> rows = draft.order().rows();
        assertThat(specterTotal(rows)).isEqualByComparingTo(order.amountToPay());
        assertThat(draft.specterTotal().amount()).isEqualByComparingTo(order.amountToPay());
        assertThat(rows).allMatch(row -> row.priceExclVat().scale() == 3);
        assertThat(rows)
                .filteredOn(row -> row.articleNo().equals("AVRUNDNING") && row.vatPercent() == 0)
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(row -> row.priceExclVat().abs().compareTo(BigDecimal.ONE) <= 0);
    }

    /** Design section 7, written down once more: per rate net and VAT, each rounded half-up to öre. */
    private static BigDecimal specterTotal(List<Row> rows) {
        Map<Integer, List<Row>> byRate = rows.stream().collect(Collectors.groupingBy(Row::vatPercent));
        long ore = 0;
        for (var rate : byRate.entrySet()) {
            BigDecimal net = BigDecimal.ZERO;
            for (Row row : rate.getValue()) {
                net = net.add(row.quantity().multiply(row.priceExclVat()));
            }
            long netOre =
                    net.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
            BigDecimal vat = BigDecimal.valueOf(netOre).multiply(BigDecimal.valueOf(rate.getKey(), 2));
            ore += netOre + vat.setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
        return BigDecimal.valueOf(ore, 2);
    }

    /** Starweb reference 5.2. */
    private static BigDecimal tolerance(ShopOrder order) {
        BigDecimal perRow = BigDecimal.valueOf(order.items().size() + 2L, 2);
        return perRow.max(order.currencyPrecision() == 0 ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private static ShopSetup shop(Random random) {
        return Orders.shop(random.nextBoolean(), random.nextBoolean() ? Bundles.WITH_PARTS : Bundles.PARENT_ONLY);
    }

    private static Orders random(Random random, ShopSetup shop) {
        Orders orders = Orders.order()
                .currency(CURRENCIES[random.nextInt(3)], random.nextInt(4) == 0 ? 0 : 2)
                .amountsIncludeVat(shop.orders().amountDiscountsIncludeVat())
                .vatRoundedPerRow(random.nextInt(3) == 0)
                .partsCarryTheMoney(random.nextBoolean());
        int rows = 1 + random.nextInt(8);
        for (int i = 0; i < rows; i++) {
            boolean code = i > 0 && random.nextInt(6) == 0;
            if (code) {
                orders.row(null, price(random), -1, rate(random));
            } else {
                orders.row(item(random, "SKU-" + i, 1 + random.nextInt(120), random.nextInt(5) == 0));
            }
        }
        if (random.nextBoolean()) {
            orders.shipping(BigDecimal.valueOf(random.nextInt(2_000_000), 4).toPlainString())
                    .costVat(rate(random));
        }
        if (random.nextBoolean()) {
            orders.fee(BigDecimal.valueOf(random.nextInt(500_000), 4).toPlainString())
                    .feeVat(rate(random));
        }
        return orders;
    }

    private static Item item(Random random, String sku, int quantity, boolean bundle) {
        boolean amount = random.nextBoolean();
        String discount = random.nextInt(3) > 0
                ? "0"
                : BigDecimal.valueOf(random.nextInt(amount ? 2_000 : 9_999), 2).toPlainString();
        List<Item> parts = new ArrayList<>();
        for (int i = 0; bundle && i < 1 + random.nextInt(3); i++) {
            parts.add(item(random, sku + "-" + i, 1 + random.nextInt(4), false));
        }
        return Orders.item(
                sku,
                price(random),
                quantity,
                rate(random),
                discount,
                amount ? DiscountType.AMOUNT : DiscountType.PERCENT,
                parts);
    }

    private static String price(Random random) {
        return BigDecimal.valueOf(random.nextInt(5_000_000), 4).toPlainString();
    }

    private static String rate(Random random) {
        return RATES[random.nextInt(4)];
    }
}
