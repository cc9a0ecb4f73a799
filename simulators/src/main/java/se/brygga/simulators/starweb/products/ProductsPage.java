package se.brygga.simulators.starweb.products;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import se.brygga.simulators.Page;
import se.brygga.simulators.Page.Forms;
import se.brygga.simulators.starweb.catalogue.SimProducts;
import se.brygga.simulators.starweb.goods.SimProductWrite;
import tools.jackson.databind.JsonNode;

/** A shop's products with their variants, texts and pictures, with forms to change them. */
public final class ProductsPage {

    private static final int PAGE = 25;
    private static final int LATEST = 15;
    private static final int TEXT = 160;

    private final String shop;
    private final String control;

    private ProductsPage(String shop) {
        this.shop = shop;
        this.control = "/__sim/shops/" + shop + "/";
    }

    /** The page's address. */
    public static String path(String shop) {
        return "/__sim/products/" + shop;
    }

    /** @param number of the page, from 1 */
    public static String render(String shop, int number, SimProducts products) {
        return new ProductsPage(shop).page(number, products);
    }

    private String page(int number, SimProducts products) {
        Page page = new Page(
                "Butiken " + shop + ": " + products.count() + " produkter, " + products.countVariants() + " varianter",
                "#1f6f54",
                "Byt namn, lägg till eller ta bort, och se affärssystemet följa efter.");
        page.wide("Ny produkt", newProduct());
        StringBuilder table = new StringBuilder(links(number, products.count()));
        table.append("<table><tr><th><th>Produkt<th>Texter<th>Varianter<th>");
        products.list((number - 1) * PAGE, PAGE).forEach(product -> row(table, product));
        page.wide("Produkter", table.append("</table>").toString());
        page.table("Skrivet av klienten", List.of("Vad", "Hur", "Vilken", "Ändrade fält"), written(products));
        return page.render();
    }

    private static List<List<String>> written(SimProducts products) {
        return products.writes().list().reversed().stream()
                .limit(LATEST)
                .map(write -> List.of(kind(write.kind()), act(write.act()), which(write), changes(write)))
                .toList();
    }

    private static String kind(SimProductWrite.Kind kind) {
        return switch (kind) {
            case PRODUCT -> "produkt";
            case VARIANT -> "variant";
            case TEXT -> "text";
            case CATEGORY_LINK -> "plats i kategori";
            case VAT_RATE -> "momssats";
            case IMAGE -> "bild på produkt";
            case META_DATA -> "egenskap";
            case BUNDLED_PRODUCT -> "del av paket";
            case MANUFACTURER -> "tillverkare";
            case UNIT -> "enhet";
            case CATEGORY -> "kategori";
            case ATTRIBUTE -> "attribut";
            case ATTRIBUTE_VALUE -> "attributvärde";
            case META_DATA_TYPE -> "slag av egenskap";
            case MEDIA_FILE -> "fil";
        };
    }

    private static String act(SimProductWrite.Act act) {
        return switch (act) {
            case CREATED -> "skapad";
            case CHANGED -> "ändrad";
            case DELETED -> "borttagen";
        };
    }

    private static String which(SimProductWrite write) {
        return "nr " + write.id() + (write.name().isEmpty() ? "" : ", " + write.name());
    }

    private static String changes(SimProductWrite write) {
        return switch (write.act()) {
            case CREATED, DELETED -> "";
            case CHANGED ->
                write.changed()
                        ? write.changes().stream()
                                .map(SimProductWrite.Change::field)
                                .collect(Collectors.joining(", "))
                        : "oförändrad";
        };
    }

    private String newProduct() {
        return Forms.post(
                control + "products",
                "Lägg till",
                Forms.field("name", "", "namn", 24),
                Forms.field("sku", "", "SKU", 12),
                Forms.field("price", "", "pris exkl. moms", 12),
                Forms.field("stock", "", "antal", 6),
                Forms.field("manufacturer", "", "tillverkare", 14),
                Forms.field("category", "", "kategori", 14));
    }

    private String links(int number, int count) {
        int last = Math.max(1, (count + PAGE - 1) / PAGE);
        return "<p>" + link(number - 1, last, "Förra") + " Sida " + number + " av " + last + " "
                + link(number + 1, last, "Nästa") + " <a href=\"/\">Alla butiker</a></p>";
    }

    private String link(int number, int last, String text) {
        return number < 1 || number > last
                ? ""
                : "<a href=\"" + Page.escape(path(shop) + "?page=" + number) + "\">" + text + "</a>";
    }

    private void row(StringBuilder html, JsonNode product) {
        JsonNode variants = product.path("variants");
        String sku = variants.path(0).path("sku").asString();
        String one = control + "products/" + sku;
        boolean visible = !product.path("visibility").asString().equals("hidden");
        html.append("<tr><td>").append(pictures(product));
        html.append("<td>").append(Forms.post(one, "Spara", Forms.field("name", name(product), "namn", 28)));
        html.append("<br><span class=\"b ")
                .append(visible ? "ok\">synlig" : "bad\">dold")
                .append("</span> ");
        html.append(Page.escape(facts(product)));
        html.append("<td style=\"max-width:28ch;overflow-wrap:anywhere\">").append(texts(product));
        html.append("<td>").append(variants(variants)).append(newVariant(one));
        html.append("<td style=\"white-space:nowrap\">")
                .append(Forms.post(one, visible ? "Dölj" : "Visa", Forms.hidden("visible", visible ? "false" : "true")))
                .append(Forms.post(one + "/remove", "Ta bort"));
    }

    private static String name(JsonNode product) {
        return product.path("name").asString();
    }

    private static String facts(JsonNode product) {
        String rate = product.path("defaultVatRate").asString("");
        String categories = names(product.path("categories"), "name");
        return "nr " + product.path("productId").asString() + (rate.isEmpty() ? "" : ", moms " + rate + " %")
                + part(product.path("manufacturer").asString(""))
                + part(product.path("unit").asString(""))
                + part(categories) + (product.path("bundledProducts").isEmpty() ? "" : ", paket");
    }

    private static String part(String text) {
        return text.isEmpty() ? "" : ", " + text;
    }

    private static String names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asString(""))
                .collect(Collectors.joining(", "));
    }

    private String pictures(JsonNode product) {
        return StreamSupport.stream(product.path("mediaFiles").spliterator(), false)
                .map(link -> "<img alt=\"bild\" width=24 height=24 src=\"/" + Page.escape(shop) + "/media/"
                        + link.path("mediaFileId").asLong() + "\"> ")
                .collect(Collectors.joining());
    }

    private static String texts(JsonNode product) {
        return StreamSupport.stream(product.path("languages").spliterator(), false)
                .map(text -> "<b>" + Page.escape(text.path("langCode").asString()) + "</b> "
                        + Page.escape(shortened(text.path("name").asString()
                                + part(text.path("shortDescription").asString(""))
                                + part(text.path("longDescription").asString("")))))
                .collect(Collectors.joining("<br>"));
    }

    private static String shortened(String text) {
        return text.length() > TEXT ? text.substring(0, TEXT) + "…" : text;
    }

    private String variants(JsonNode variants) {
        StringBuilder html = new StringBuilder("<table style=\"white-space:nowrap\">");
        for (JsonNode variant : variants) {
            String sku = variant.path("sku").asString();
            String values = variant.path("values").properties().stream()
                    .map(value -> value.getKey() + " " + value.getValue().asString())
                    .collect(Collectors.joining(", "));
            html.append("<tr><td>").append(Page.escape(sku));
            html.append("<td>").append(Page.escape(values));
            html.append("<td>").append(Page.escape(variant.path("ean").asString("")));
            html.append("<td>").append(variant.path("stockQuantity").asLong()).append(" st");
            html.append("<td>").append(price(variant.path("price")));
            html.append("<td>")
                    .append(variant.path("isActive").asBoolean(true) ? "" : "<span class=\"b bad\">inaktiv</span>");
            html.append("<td>").append(Forms.post(control + "variants/" + sku + "/remove", "Ta bort"));
        }
        return html.append("</table>").toString();
    }

    private static String price(JsonNode price) {
        if (!price.isNumber()) {
            return "–";
        }
        BigDecimal plain = price.decimalValue().stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale())).toPlainString() + " kr";
    }

    private static String newVariant(String product) {
        return Forms.post(
                product + "/variants",
                "Ny variant",
                Forms.field("sku", "", "SKU", 10),
                Forms.field("attribute", "", "attribut", 8),
                Forms.field("value", "", "värde", 8),
                Forms.field("price", "", "pris", 6));
    }
}
