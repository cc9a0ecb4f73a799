package se.brygga.setup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.order.SpecterCustomer;

/**
 * How one shop's orders become Specter orders.
 *
 * @param transferWhen Starweb statuses that trigger the transfer: idCode, or id, or name
 * @param payments key: the method's externalId, else idCode, else id, else name
 * @param shipping key: the method's externalId, else id, else name
 * @param articles the articles for rows that are no goods
 * @param bundles what becomes of a bundle's parts
 * @param amountDiscountsIncludeVat how an amount discount of a row is read (Starweb reference O-11)
 * @param createMissingArticles true: unknown articles are created in Specter before the order; false: the order waits
 * @param sendOrderMail whether Specter mails the order confirmation
 * @param stockSiteId Specter's warehouse; null for its default one
 * @param maxRows largest number of rows; an order with more waits (Specter reference O19)
 */
public record OrderSetup(
        List<String> transferWhen,
        As as,
        Map<String, Payment> payments,
        Map<String, Shipping> shipping,
        Articles articles,
        Customers customers,
        Bundles bundles,
        boolean amountDiscountsIncludeVat,
        boolean createMissingArticles,
        boolean sendOrderMail,
        @Nullable String stockSiteId,
        int maxRows) {

    /** What the transfer makes in Specter. */
    public enum As {
        ORDER,
        INVOICE
    }

    /** What becomes of a bundle's parts. */
    public enum Bundles {
        /** Only the level that carries the money becomes rows. */
        PARENT_ONLY,
        /** The parts become rows of price 0 too, because Specter moves stock on them. */
        WITH_PARTS
    }

    /**
     * A payment method.
     *
     * @param code Specter's {@code payTypeIdentifier}
     * @param paySystemUser merchant id at the provider; null unless the tenant has several accounts
     * @param prepayment the money must arrive before delivery ({@code isPrepayment})
     */
    public record Payment(String code, @Nullable String paySystemUser, boolean prepayment) {}

    /**
     * A shipping method.
     *
     * @param article Specter's article for the freight row
     * @param method Specter's {@code externalDeliveryMethod}; null sends none
     * @param rowWhenFree whether a freight of 0 gets a row
     */
    public record Shipping(String article, @Nullable String method, boolean rowWhenFree) {}

    /** Article numbers for rows that are no goods. */
    public record Articles(String discount, String fee, String rounding) {}

    /**
     * How customers are found in Specter.
     *
     * @param privateGroup Specter's customer group for persons; null sends none
     * @param companyGroup Specter's customer group for companies; null sends none
     */
    public record Customers(
            Match match,
            @Nullable Integer privateGroup,
            @Nullable Integer companyGroup) {}

    /** Which of a customer's keys Specter matches on (Specter reference section 4.1). */
    public enum Match {
        EMAIL_THEN_ORGNO,
        ORGNO,
        EMAIL,
        ALWAYS_NEW;

        /** The flags that tell Specter how to match (Specter reference section 4.1). */
        public SpecterCustomer.Match flags(boolean forceUpdate) {
            return switch (this) {
                case EMAIL_THEN_ORGNO -> new SpecterCustomer.Match(false, false, forceUpdate);
                case ORGNO -> new SpecterCustomer.Match(true, false, forceUpdate);
                case EMAIL -> new SpecterCustomer.Match(false, true, forceUpdate);
                case ALWAYS_NEW -> new SpecterCustomer.Match(true, true, forceUpdate);
            };
        }
    }

    public OrderSetup {
        transferWhen = List.copyOf(transferWhen);
        payments = Map.copyOf(payments);
        shipping = Map.copyOf(shipping);
    }
}
