package se.brygga.activities.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.setup.OrderSetup;

/** Set-ups for tests: all that {@link Orders} need until told otherwise. */
final class OrderSetups {

    private Map<String, OrderSetup.Payment> payments = Map.of("klarna", new OrderSetup.Payment("KG", null, false));
    private Map<String, OrderSetup.Shipping> shipping =
            Map.of("1", new OrderSetup.Shipping("FRAKT", "PostNord", false));
    private OrderSetup.Customers customers = new OrderSetup.Customers(OrderSetup.Match.EMAIL_THEN_ORGNO, 1, 2);
    private OrderSetup.Bundles bundles = OrderSetup.Bundles.PARENT_ONLY;
    private boolean amountsIncludeVat;
    private @Nullable String stockSiteId;
    private boolean sendOrderMail;
    private int maxRows = 100;

    static OrderSetups usual() {
        return new OrderSetups();
    }

    OrderSetups payments(Map<String, OrderSetup.Payment> value) {
        payments = value;
        return this;
    }

    OrderSetups shipping(Map<String, OrderSetup.Shipping> value) {
        shipping = value;
        return this;
    }

    OrderSetups customers(OrderSetup.Match match, @Nullable Integer privateGroup, @Nullable Integer companyGroup) {
        customers = new OrderSetup.Customers(match, privateGroup, companyGroup);
        return this;
    }

    OrderSetups bundles(OrderSetup.Bundles value) {
        bundles = value;
        return this;
    }

    OrderSetups amountsIncludeVat(boolean value) {
        amountsIncludeVat = value;
        return this;
    }

    OrderSetups stockSite(String id) {
        stockSiteId = id;
        return this;
    }

    OrderSetups sendOrderMail() {
        sendOrderMail = true;
        return this;
    }

    OrderSetups maxRows(int value) {
        maxRows = value;
        return this;
    }

    OrderSetup build() {
        return new OrderSetup(
                List.of("created"),
                OrderSetup.As.ORDER,
                payments,
                shipping,
                new OrderSetup.Articles("RABATT", "AVGIFT", "AVRUNDNING"),
                customers,
                bundles,
                amountsIncludeVat,
                true,
                sendOrderMail,
                stockSiteId,
                maxRows);
    }
}
