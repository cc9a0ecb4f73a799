package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.mapping.Translation.Problem;
import se.brygga.activities.setup.OrderSetup;
import se.brygga.activities.specter.SpecterArticle;
import se.brygga.activities.specter.SpecterLimits;
import se.brygga.activities.specter.SpecterOrder.Row;
import se.brygga.activities.starweb.StarwebOrder;
import se.brygga.activities.starweb.StarwebOrder.Item;
import se.brygga.workflows.attention.Cause;

/**
 * The article rows of one order (design section 7), while they are collected: each with its exact net, so that what the
 * three decimals of a unit price lose is known per VAT rate.
 */
final class OrderRows {

    /** Decimals of a unit price on Specter's order rows (reference section 10). */
    private static final int PRICE_DECIMALS = 3;

    private static final String ROUNDING = "Avrundning";

    private final OrderSetup setup;
    private final List<Problem> problems;
    private final OrderArticles articles;
    private final List<Row> rows = new ArrayList<>();
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

    boolean amountDiscountsIncludeVat() {
        return setup.amountDiscountsIncludeVat();
    }

    /** How many rows more Specter takes. */
    int room() {
        return setup.maxRows() - rows.size();
    }

    /** What mends the rows so far. */
    RoundingRows rounding(int decimals) {
        return new RoundingRows(rows, exactNets, decimals);
    }

    /** @param bundleMoney which level of a bundle carries its money */
    void addItem(Item item, int number, BundleMoney bundleMoney) {
        boolean bundle = !item.bundled().isEmpty();
        boolean money = !bundle || bundleMoney == BundleMoney.PARENT;
        if (money || setup.bundles() == OrderSetup.Bundles.WITH_PARTS) {
            addPriced(item, "row " + number, money);
        }
        if (bundle && (!money || setup.bundles() == OrderSetup.Bundles.WITH_PARTS)) {
            int part = 1;
            for (Item child : item.bundled()) {
                addPriced(child, "row " + number + ", part " + part++, !money);
            }
        }
    }

    private void addPriced(Item item, String where, boolean withMoney) {
        Integer vat = vat(item.vatRate(), where);
        String sku = item.sku();
        String text = item.description() == null ? String.valueOf(sku) : item.description();
        if (sku == null) {
            addWithoutSku(item, where, vat, withMoney);
            return;
        }
        if (!sku.matches("[A-Za-z0-9._-]{1,40}")) {
            problems.add(
                    new Problem(Cause.SKU_NOT_ALLOWED, where + ": the SKU has characters that Specter does not take"));
            return;
        }
        if (vat != null) {
            articles.addGoods(sku, SpecterLimits.articleName(text));
            add(sku, text, withMoney ? item.unitPrice() : BigDecimal.ZERO, item.quantity(), vat);
            if (withMoney) {
                addDiscount(item, vat);
            }
        }
    }

    /** A discount code or gift card comes as a negative row without SKU (Starweb reference O-13). */
    private void addWithoutSku(Item item, String where, @Nullable Integer vat, boolean withMoney) {
        if (item.unitPrice().multiply(item.quantity()).signum() >= 0 || !withMoney) {
            problems.add(new Problem(Cause.SKU_MISSING, where + ": no SKU"));
        } else if (vat != null) {
            String text = item.description() == null ? "Rabatt" : item.description();
            addDiscountRow(text, item.unitPrice().multiply(item.quantity()), vat);
            addDiscount(item, vat);
        }
    }

    private void addDiscount(Item item, int vat) {
        if (item.discount().signum() == 0) {
            return;
        }
        BigDecimal net = discountNet(item, setup.amountDiscountsIncludeVat());
        String text = item.discountType() == StarwebOrder.DiscountType.PERCENT
                ? "Rabatt "
                        + item.discount().stripTrailingZeros().toPlainString().replace('.', ',') + " % på " + name(item)
                : "Rabatt på " + name(item);
        addDiscountRow(text, net.negate(), vat);
    }

    private void addDiscountRow(String text, BigDecimal net, int vat) {
        articles.addCost(setup.articles().discount(), "Rabatt");
        add(setup.articles().discount(), text, net, BigDecimal.ONE, vat);
    }

    private static String name(Item item) {
        return item.description() == null ? String.valueOf(item.sku()) : item.description();
    }

    /** The discount of a whole row, excluding VAT (Starweb reference 5.2). */
    static BigDecimal discountNet(Item item, boolean amountIncludesVat) {
        BigDecimal gross = item.unitPrice().multiply(item.quantity());
        if (item.discountType() == StarwebOrder.DiscountType.PERCENT) {
            return gross.multiply(item.discount()).movePointLeft(2);
        }
        if (!amountIncludesVat) {
            return item.discount();
        }
        BigDecimal factor = BigDecimal.ONE.add(item.vatRate().movePointLeft(2));
        return item.discount().divide(factor, 8, RoundingMode.HALF_UP);
    }

    /** Freight or fee: a row of its own with its own VAT rate. */
    void addCost(String article, String text, BigDecimal net, BigDecimal vatRate, String where) {
        Integer vat = vat(vatRate, where);
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

    /** A row that only mends a sum; it does not count as part of the exact nets. */
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

    private @Nullable Integer vat(BigDecimal rate, String where) {
        try {
            return rate.intValueExact();
        } catch (ArithmeticException e) {
            problems.add(new Problem(
                    Cause.VAT_RATE_NOT_WHOLE,
                    where + ": VAT " + rate.stripTrailingZeros().toPlainString() + " %"));
            return null;
        }
    }
}
