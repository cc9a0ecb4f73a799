package se.brygga.clients.specter.order;

import static se.brygga.clients.specter.order.SpecterLimits.COMMENT;
import static se.brygga.clients.specter.order.SpecterLimits.ROW_COMMENT;

import java.math.BigDecimal;
import java.util.List;

/** Customers, orders and articles as Specter's parameters (reference section 4). */
public final class SpecterForms {

    private SpecterForms() {}

    public static SpecterForm customer(SpecterCustomer customer) {
        SpecterForm form = new SpecterForm()
                .code("typeCustomer", "C")
                .code("customerOrganizationalForm", customer.company() == null ? "P" : "C");
        addNames(form, customer);
        form.replace("invoiceCompanyName", customer.invoiceCompanyName());
        addAddress(form, customer.invoice(), "address", "");
        addDelivery(form, customer);
        form.line("orgNo", customer.orgNo())
                .line("vatNo", customer.vatNo())
                .line("emailAddress", customer.email())
                .line("phoneNo", customer.phone())
                .line("mobileNo", customer.mobile())
                .flag("forceCustomerUpdate", customer.match().forceUpdate())
                .flag("ignoreControlEmail", customer.match().ignoreEmail())
                .flag("ignoreControlOrgNo", customer.match().ignoreOrgNo())
                .letters("currency", customer.currency(), 3)
                .code("language", customer.language());
        Integer group = customer.group();
        return group == null ? form : form.number("customerGroupId", group);
    }

    /**
     * {@code ignoreExternalOrderNoControl} is not here, and must never be: Specter's control of numbers is the last
     * guard against doubles.
     */
    public static SpecterForm order(SpecterOrder order, long customerId) {
        SpecterForm form = new SpecterForm()
                .number("customerId", customerId)
                .code("externalOrderNo", order.externalOrderNo())
                .require("externalOrderNo")
                .code("stocksiteid", order.stockSiteId())
                .letters("currency", order.currency(), 3)
                .code("language", order.language())
                .code("payTypeIdentifier", order.payType())
                .require("payTypeIdentifier")
                .code("payTypeReference", order.payReference())
                .code("payTypeIdentifierPaySystemUser", order.paySystemUser())
                .code("isPrepayment", order.prepayment() ? "1" : null)
                .line("externalDeliveryMethod", order.deliveryMethod())
                .line("customerReference", order.customerReference())
                .comment("internalComment", order.internalComment(), COMMENT)
                .comment("publishedComment", order.publishedComment(), COMMENT)
                .flag("sendOrderMail", order.sendOrderMail());
        for (int i = 0; i < order.rows().size(); i++) {
            addRow(form, order.rows().get(i), "_" + (i + 1));
        }
        return form.require("articleNo_1");
    }

    /** Articles, without what only the assumed adapter sends. */
    public static SpecterForm articles(List<SpecterArticle> articles, SpecterArticle.Existing existing) {
        SpecterForm form = new SpecterForm().atMost(articles.size(), SpecterLimits.ARTICLES);
        if (existing == SpecterArticle.Existing.OVERWRITE) {
            form.flag("forceArticleUpdate", true);
        }
        if (articles.stream().anyMatch(article -> article.goods().supplierName() != null)) {
            form.flag("addSupplier", true);
        }
        for (int i = 0; i < articles.size(); i++) {
            addArticle(form, articles.get(i), existing, "_" + (i + 1));
        }
        return form.require("articleNo_1");
    }

    private static void addArticle(
            SpecterForm form, SpecterArticle article, SpecterArticle.Existing existing, String row) {
        form.articleNo("articleNo" + row, article.articleNo()).require("articleNo" + row);
        switch (existing) {
            // An order must not wait for a picture in the name of an article that only this order has created.
            case LEAVE -> form.line("name" + row, article.name());
            case OVERWRITE -> form.text("name" + row, article.name());
        }
        form.rounded("priceExclVAT" + row, article.priceExclVat(), 2);
        Integer vat = article.vatPercent();
        if (vat != null) {
            form.number("vatPercent" + row, vat);
        }
        addGoods(form, article.goods(), row);
    }

    private static void addGoods(SpecterForm form, SpecterArticle.Goods goods, String row) {
        form.text("barCode" + row, goods.barCode())
                .rounded("productWeight" + row, goods.weight(), 3)
                .rounded("buyPrice" + row, goods.buyPrice(), 2)
                .text("supplierName" + row, goods.supplierName());
        BigDecimal stock = goods.openingStock();
        if (stock != null) {
            form.flag("createArticleStock" + row, true).quantity("noItemsInStock" + row, stock);
        }
    }

    /**
     * The parts of the addressee are sent even when they are empty, because they belong to the address. All other
     * fields of a card are only added to. A person's {@code name} is not sent, but is part of the signature (O15).
     */
    private static void addNames(SpecterForm form, SpecterCustomer customer) {
        SpecterCustomer.Company company = customer.company();
        if (company != null) {
            form.line("name", company.name())
                    .require("name")
                    .line("contactPerson", company.contactPerson())
                    .replace("attention", company.attention());
            return;
        }
        form.line("firstName", customer.firstName())
                .line("surName", customer.surName())
                .replace("attention", null);
        if (form.signedName().isEmpty()) {
            form.require("surName");
        }
    }

    /**
     * The delivery address is always sent whole. Otherwise a matched card would keep the address of an earlier order.
     */
    private static void addDelivery(SpecterForm form, SpecterCustomer customer) {
        SpecterCustomer.Delivery delivery = customer.delivery() == null ? sameAsInvoice(customer) : customer.delivery();
        form.replace("deliveryCompanyName", delivery.companyName()).replace("deliveryAttention", delivery.attention());
        addAddress(form, delivery.address(), "deliveryAddress", "delivery");
    }

    private static SpecterCustomer.Delivery sameAsInvoice(SpecterCustomer customer) {
        SpecterCustomer.Company company = customer.company();
        return company == null
                ? new SpecterCustomer.Delivery(customer.invoiceCompanyName(), null, customer.invoice())
                : new SpecterCustomer.Delivery(company.name(), company.attention(), customer.invoice());
    }

    /** Sends every line, so that no line of an earlier address remains between them. */
    private static void addAddress(SpecterForm form, SpecterCustomer.Address address, String street, String prefix) {
        form.line(street, address.address())
                .replace(street + "Row2", address.addressRow2())
                .replace(prefixed(prefix, "zipCodeEng"), address.zipCode())
                .replace(prefixed(prefix, "city"), address.city())
                .letters(prefixed(prefix, "countryCode"), address.countryCode(), 2)
                .replace(prefixed(prefix, "region"), address.region());
    }

    private static String prefixed(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static void addRow(SpecterForm form, SpecterOrder.Row row, String suffix) {
        form.articleNo("articleNo" + suffix, row.articleNo())
                .require("articleNo" + suffix)
                .line("articleName" + suffix, row.articleName())
                .comment("articleComment" + suffix, row.comment(), ROW_COMMENT)
                .price("priceExclVAT" + suffix, row.priceExclVat(), 3)
                .quantity("noOfItems" + suffix, row.quantity())
                .number("vatPercent" + suffix, row.vatPercent());
    }
}
