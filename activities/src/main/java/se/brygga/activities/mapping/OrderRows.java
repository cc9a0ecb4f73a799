package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.mapping.Translation.Problem;
import se.brygga.activities.mapping.texts.WrittenText;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.Item;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.clients.specter.order.SpecterOrder.Row;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Collects the article rows of one order (design section 7). Each row keeps its exact net. So what is lost by the three
 * decimals of a unit price is known per VAT rate.
 */
final class OrderRows {

    /** Decimals of a unit price on Specter's order rows (reference section 10). */
    private static final int PRICE_DECIMALS = 3;

    /** Decimals of a quantity on Specter's order rows; the shop sells whole pieces. */
    private static final int QUANTITY_DECIMALS = 3;

    private static final BigDecimal MOST_VAT = new BigDecimal(100);

    private static final String ROUNDING = WrittenText.ROUNDING.with();

    private final OrderSetup setup;
    private final List<Problem> problems;
    private final OrderArticles articles;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final SortedMap<Integer, BigDecimal> exactNets = new TreeMap<>();

    OrderRows(OrderSetup setup, List<Problem> problems) {
        this.setup = setup;
        this.problems = problems;
        this.articles = new OrderArticles();
    }

    List<SpecterArticle> articles() {
        return articles.all();
    }

    List<Row> rows() {
        return rows;
    }

    /** The texts of rows that are text only, for the order's comment. */
    List<String> texts() {
        return texts;
    }

    boolean amountDiscountsIncludeVat() {
        return setup.amountDiscountsIncludeVat();
    }

    /** How many more rows Specter takes. */
    int room() {
        return setup.maxRows() - rows.size();
    }

    /** The rounding rows for the rows so far. */
    RoundingRows rounding(int decimals) {
        return new RoundingRows(rows, exactNets, decimals);
    }

    /** @param bundleMoney which level of a bundle carries its money */
    void addItem(Item item, int number, BundleMoney bundleMoney) {
        boolean bundle = !item.bundled().isEmpty();
        boolean money = !bundle || bundleMoney == BundleMoney.PARENT;
        if (bundle && money && item.quantity().signum() == 0) {
            // The row is no bundle, so none of its parts leave the stock.
            addPriced(item, Phrase.ROW.with(number), true);
            return;
        }
        if (money || setup.bundles() == OrderSetup.Bundles.WITH_PARTS) {
            addPriced(item, Phrase.ROW.with(number), money);
        }
        if (bundle && (!money || setup.bundles() == OrderSetup.Bundles.WITH_PARTS)) {
            int part = 1;
            for (Item child : item.bundled()) {
                addPriced(child, Phrase.PART.with(number, part++), !money);
            }
        }
    }

    /**
     * Adds a row with a price. A quantity of 0 sells nothing, whatever its SKU and rate, but a discount of the whole
     * row counts.
     */
    private void addPriced(Item item, Detail where, boolean withMoney) {
        boolean text = item.sku() == null && item.unitPrice().signum() == 0;
        boolean goods = item.quantity().signum() != 0 && !text;
        BigDecimal discount = withMoney ? discountNet(item, setup.amountDiscountsIncludeVat()) : BigDecimal.ZERO;
        if (text && discount.signum() == 0) {
            addText(item);
            return;
        }
        if (!goods && discount.signum() == 0) {
            return;
        }
        Integer vat = vat(item.vatRate(), of(item, where));
        if (goods && item.sku() != null) {
            addGoods(item, item.sku(), where, vat, withMoney);
        } else if (goods) {
            addWithoutSku(item, where, vat, withMoney);
        }
        if (vat != null && discount.signum() != 0) {
            addDiscount(item, discount, vat);
        }
    }

    /**
     * Adds a row that sells nothing and costs nothing: a greeting, a heading, how to wrap it. Its quantity means
     * nothing.
     */
    private void addText(Item item) {
        if (item.description() != null) {
            texts.add(item.description());
        }
    }

    private void addGoods(Item item, String sku, Detail where, @Nullable Integer vat, boolean withMoney) {
        Detail objection = SpecterLimits.articleNoObjection(where, sku);
        if (!objection.isNone()) {
            problems.add(new Problem(Cause.SKU_NOT_ALLOWED, objection, Map.of("sku", SpecterLimits.shown(sku))));
            return;
        }
        if (item.quantity().stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            problems.add(new Problem(
                    Cause.VALUE_NOT_ALLOWED,
                    Phrase.QUANTITY_DECIMALS.with(
                            of(item, where), item.quantity().toPlainString(), QUANTITY_DECIMALS)));
            return;
        }
        if (vat != null) {
            String name = SpecterLimits.articleName(name(item));
            articles.addGoods(sku, name);
            add(sku, name, withMoney ? item.unitPrice() : BigDecimal.ZERO, item.quantity(), vat);
        }
    }

    /**
     * Adds a row without SKU. A discount code or gift card is such a row, with a negative amount (Starweb reference
     * O-13).
     */
    private void addWithoutSku(Item item, Detail where, @Nullable Integer vat, boolean withMoney) {
        BigDecimal net = item.unitPrice().multiply(item.quantity());
        if (net.signum() > 0 || !withMoney) {
            problems.add(new Problem(
                    Cause.SKU_MISSING,
                    Phrase.NO_SKU.with(
                            where,
                            item.quantity().toPlainString(),
                            item.unitPrice().toPlainString())));
        } else if (vat != null) {
            addDiscountRow(item.description() == null ? WrittenText.DISCOUNT.with() : item.description(), net, vat);
        }
    }

    private void addDiscount(Item item, BigDecimal net, int vat) {
        String text = item.discountType() == ShopOrder.DiscountType.PERCENT
                ? WrittenText.DISCOUNT_PERCENT.with(
                        item.discount().stripTrailingZeros().toPlainString().replace('.', ','), name(item))
                : WrittenText.DISCOUNT_AMOUNT.with(name(item));
        addDiscountRow(text, net.negate(), vat);
    }

    private void addDiscountRow(String text, BigDecimal net, int vat) {
        articles.addCost(setup.articles().discount(), WrittenText.DISCOUNT.with());
        add(setup.articles().discount(), text, net, BigDecimal.ONE, vat);
    }

    /** The name of a row. A description of invisible characters only would arrive empty. */
    private static String name(Item item) {
        String description = item.description();
        return description != null && !SpecterLimits.articleName(description).isBlank()
                ? description
                : item.sku() == null ? "order" : item.sku();
    }

    private static Detail of(Item item, Detail where) {
        return item.sku() == null ? where : Phrase.WITH_SKU.with(where, SpecterLimits.shown(item.sku()));
    }

    /** The discount of a whole row, excluding VAT (Starweb reference 5.2). */
    static BigDecimal discountNet(Item item, boolean amountIncludesVat) {
        BigDecimal gross = item.unitPrice().multiply(item.quantity());
        if (item.discountType() == ShopOrder.DiscountType.PERCENT) {
            return gross.multiply(item.discount()).movePointLeft(2);
        }
        if (!amountIncludesVat) {
            return item.discount();
        }
        BigDecimal factor = BigDecimal.ONE.add(item.vatRate().movePointLeft(2));
        return item.discount().divide(factor, 8, RoundingMode.HALF_UP);
    }

    /** Adds freight or a fee: a row of its own with its own VAT rate. */
    void addCost(String article, String text, BigDecimal net, BigDecimal vatRate, Phrase where) {
        Integer vat = vat(vatRate, where.with());
        if (vat != null) {
            articles.addCost(article, SpecterLimits.articleName(text));
            add(article, text, net, BigDecimal.ONE, vat);
        }
    }

    private void add(String article, String text, BigDecimal price, BigDecimal quantity, int vat) {
        exactNets.merge(vat, price.multiply(quantity), BigDecimal::add);
        rows.add(new Row(
                article,
                SpecterLimits.articleName(text),
                null,
                price.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP),
                quantity,
                vat));
    }

    /** Adds a row that only mends a sum. It does not count in the exact nets. */
    void addRounding(RoundingRows.RoundingRow row) {
        articles.addRounding(setup.articles().rounding(), ROUNDING);
        rows.add(new Row(
                setup.articles().rounding(),
                ROUNDING,
                null,
                row.net().setScale(PRICE_DECIMALS, RoundingMode.HALF_UP),
                BigDecimal.ONE,
                row.vat()));
    }

    private @Nullable Integer vat(BigDecimal rate, Detail where) {
        boolean whole = rate.stripTrailingZeros().scale() <= 0;
        if (whole && rate.signum() >= 0 && rate.compareTo(MOST_VAT) <= 0) {
            return rate.intValueExact();
        }
        problems.add(new Problem(
                Cause.VAT_RATE_NOT_WHOLE,
                (whole ? Phrase.VAT_OUT_OF_RANGE : Phrase.VAT_NOT_WHOLE)
                        .with(where, rate.stripTrailingZeros().toPlainString())));
        return null;
    }
}
