package se.brygga.setup.file;

import java.util.List;
import java.util.Map;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.yaml.Section;
import se.brygga.workflows.refusal.SetupReason;

/** Reads a shop's {@code orders} section. */
final class OrderSetupReader {

    private OrderSetupReader() {}

    static OrderSetup read(Section s, SpecterSetup specter, TenantSetup.Flow flow) {
        List<String> transferWhen = s.optionalTexts("transferWhen", "[created, picking]");
        if (transferWhen.isEmpty()) {
            s.mistake("transferWhen", SetupReason.NO_TRANSFER.of("transferWhen: [created, picking]"));
        }
        OrderSetup.As as = s.choice("as", OrderSetup.As.class);
        if (as == OrderSetup.As.INVOICE && !specter.assumedAdapter()) {
            s.mistake("as", SetupReason.NO_INVOICES.of());
        }
        OrderSetup setup = new OrderSetup(
                transferWhen,
                as,
                payments(s),
                shipping(s),
                articles(s.section("articles")),
                customers(s.optionalSection("customers")),
                s.choice("bundles", OrderSetup.Bundles.class),
                s.flag("amountDiscountsIncludeVat"),
                // Where Specter owns the articles, none is created from what an order says of it.
                s.flag("createMissingArticles", flow != TenantSetup.Flow.SPECTER),
                s.flag("sendOrderMail"),
                s.optionalFilledText("stockSiteId").orElse(null),
                s.number("maxRows"));
        s.end();
        return setup;
    }

    private static Map<String, OrderSetup.Payment> payments(Section s) {
        Map<String, OrderSetup.Payment> payments = SetupFile.entries(
                s.section("payments"),
                p -> new OrderSetup.Payment(
                        p.filledText("code"),
                        p.optionalFilledText("paySystemUser").orElse(null),
                        p.flag("prepayment")));
        if (payments.isEmpty()) {
            s.mistake("payments", SetupReason.NO_PAYMENTS.of("klarna: { code: KG }"));
        }
        return payments;
    }

    private static Map<String, OrderSetup.Shipping> shipping(Section s) {
        Map<String, OrderSetup.Shipping> shipping = SetupFile.entries(
                s.optionalSection("shipping"),
                m -> new OrderSetup.Shipping(
                        m.article("article"), m.optionalFilledText("method").orElse(null), m.flag("rowWhenFree")));
        if (shipping.isEmpty()) {
            s.mistake("shipping", SetupReason.NO_SHIPPING.of("postnord: { article: FRAKT, method: PostNord }"));
        }
        return shipping;
    }

    private static OrderSetup.Articles articles(Section s) {
        OrderSetup.Articles articles =
                new OrderSetup.Articles(s.article("discount"), s.article("fee"), s.article("rounding"));
        s.end();
        return articles;
    }

    private static OrderSetup.Customers customers(Section s) {
        OrderSetup.Match match = s.choice("match", OrderSetup.Match.class);
        boolean confirmed = s.flag("confirmDuplicates");
        if (match == OrderSetup.Match.ALWAYS_NEW && !confirmed) {
            s.mistake("match", SetupReason.ALWAYS_NEW_CUSTOMERS.of());
        }
        OrderSetup.Customers customers = new OrderSetup.Customers(
                match,
                s.has("privateGroup") ? s.number("privateGroup") : null,
                s.has("companyGroup") ? s.number("companyGroup") : null);
        s.end();
        return customers;
    }
}
