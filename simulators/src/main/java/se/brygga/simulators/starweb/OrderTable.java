package se.brygga.simulators.starweb;

import se.brygga.simulators.Page;
import se.brygga.simulators.starweb.shop.OrderSummary;

/** A shop's latest orders on the page, with what a shopper and the shop owner can do. */
final class OrderTable {

    private static final int LATEST = 10;

    private OrderTable() {}

    static String render(StarwebSimulator simulator, String shop) {
        String orders = "/__sim/shops/" + shop + "/orders";
        StringBuilder html = new StringBuilder("<div>")
                .append(Buttons.button("Ny order", orders, "{\"kind\":\"PRIVATE_KLARNA\"}"))
                .append(Buttons.button("Företag", orders, "{\"kind\":\"COMPANY_INVOICE\"}"))
                .append(Buttons.button("Flera momssatser", orders, "{\"kind\":\"SEVERAL_VAT_RATES\"}"))
                .append(Buttons.button("Rabattkod", orders, "{\"kind\":\"DISCOUNT_CODE\"}"))
                .append(Buttons.button("Paket", orders, "{\"kind\":\"BUNDLE\"}"))
                .append("</div><table><tr><th>Order<th>Status<th>Betalning<th>Kolli<th>Summa<th>I Specter")
                .append("<th>Butiken ändrar själv");
        simulator.orders(shop).stream().limit(LATEST).forEach(order -> row(html, order, orders));
        return html.append("</table>").toString();
    }

    private static void row(StringBuilder html, OrderSummary order, String orders) {
        html.append("<tr><td>").append(order.orderId());
        html.append("<td>").append(badge(statusColour(order.status()), status(order.status())));
        html.append("<td>").append(payment(order));
        html.append("<td>").append(order.tracking().isEmpty() ? "–" : Page.escape(order.tracking()));
        html.append("<td class=n>").append(Page.escape(order.total() + " " + order.currency()));
        html.append("<td>").append(order.externalId().isEmpty() ? "–" : Page.escape(order.externalId()));
        html.append("<td>");
        String path = orders + "/" + order.orderId() + "/status";
        for (String status : new String[] {"picking", "completed", "canceled"}) {
            if (!status.equals(order.status())) {
                html.append(Buttons.button(status(status), path, "{\"status\":\"" + status + "\"}"));
            }
        }
    }

    /** An order's status as Starweb's pages name it. */
    static String status(String code) {
        return switch (code) {
            case "created" -> "mottagen";
            case "picking" -> "plockas";
            case "completed" -> "slutförd";
            case "canceled" -> "avbruten";
            default -> code;
        };
    }

    private static String statusColour(String code) {
        return switch (code) {
            case "completed" -> "ok";
            case "canceled" -> "bad";
            case "created" -> "";
            default -> "part";
        };
    }

    private static String payment(OrderSummary order) {
        if (!order.complete()) {
            return badge("bad", "ej betald");
        }
        return switch (order.paymentStatus()) {
            case "reserved" -> badge("part", "reserverad");
            case "captured" -> badge("ok", "dragen");
            case "cancelled" -> badge("", "släppt");
            default -> "betald direkt";
        };
    }

    /** @param colour {@code ok}, {@code part}, {@code bad} or nothing */
    static String badge(String colour, String text) {
        return "<span class='b " + colour + "'>" + Page.escape(text) + "</span>";
    }
}
