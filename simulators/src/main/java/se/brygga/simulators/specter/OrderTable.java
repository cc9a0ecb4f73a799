package se.brygga.simulators.specter;

import java.math.BigDecimal;
import java.util.List;
import se.brygga.simulators.Page;
import se.brygga.simulators.Page.Forms;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.specter.sales.Order.Delivered;
import se.brygga.simulators.specter.sales.Order.Row;

/** An account's latest orders on the page, with all that can be done to them. */
final class OrderTable {

    private static final int LATEST = 12;

    private OrderTable() {}

    static String render(long sbmId, List<Order> orders) {
        if (orders.isEmpty()) {
            return "<p class=empty>Inga order ännu: lägg en i Starweb.</p>";
        }
        StringBuilder table = new StringBuilder("<table><tr><th>Order<th>Webbutikens nr<th>Rader<th>Summa inkl. moms"
                + "<th>Leverans<th>Status<th>Kollinummer<th>Gör");
        orders.reversed().stream()
                .limit(LATEST)
                .forEach(order -> table.append("<tr>")
                        .append(cell(Long.toString(order.number())))
                        .append(cell(order.externalNo()))
                        .append("<td>")
                        .append(rows(order))
                        .append(cell(order.total() + " " + order.currency()))
                        .append("<td>")
                        .append(delivery(order))
                        .append(cell(status(order)))
                        .append(cell(String.join(", ", order.trackingNos())))
                        .append("<td>")
                        .append(actions("/__sim/orders/" + sbmId + "/" + order.number() + "/", order)));
        return table.append("</table>").toString();
    }

    private static String cell(String text) {
        return "<td>" + Page.escape(text);
    }

    private static String rows(Order order) {
        StringBuilder rows = new StringBuilder();
        for (Row row : order.rows()) {
            rows.append(Page.escape(plain(row.quantity()) + " × " + row.articleNo()))
                    .append("<br>");
        }
        return rows.toString();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String delivery(Order order) {
        return switch (order.delivered()) {
            case NOT -> "<span class=b>inte levererad</span>";
            case PARTLY -> "<span class='b part'>delvis levererad</span>";
            case ALL -> "<span class='b ok'>levererad</span>";
        };
    }

    private static String status(Order order) {
        return switch (order.statusId()) {
            case 2 -> "2 pågår";
            case 3 -> "3 levererad";
            case 4 -> "4 fakturerad" + paid(order);
            case 5 -> "5 annullerad";
            default -> "1 öppen";
        };
    }

    private static String paid(Order order) {
        if (order.invoices().getLast().credit()) {
            return ", krediterad";
        }
        BigDecimal left = order.invoices()
                .getLast()
                .total()
                .subtract(order.invoices().getLast().paid());
        return left.signum() > 0 ? "" : ", betald";
    }

    /** Only what can be done now. */
    private static String actions(String path, Order order) {
        StringBuilder actions = new StringBuilder();
        boolean cancelled = order.statusId() == 5;
        boolean left = order.rows().stream().anyMatch(row -> row.quantity().compareTo(row.delivered()) != 0);
        if (left && !cancelled) {
            actions.append(Forms.post(path + "deliver", "Leverera", Forms.field("tracking", "", "kollinummer", 14)));
            actions.append(Forms.post(
                    path + "deliver-part",
                    "Delleverera",
                    Forms.choice(
                            "articleNo",
                            order.rows().stream()
                                    .filter(row -> row.quantity().compareTo(row.delivered()) > 0)
                                    .map(Row::articleNo)
                                    .distinct()
                                    .toList()),
                    Forms.field("quantity", "1", "antal", 3),
                    Forms.field("tracking", "", "kollinummer", 14)));
        }
        if (order.delivered() != Delivered.NOT) {
            actions.append(Forms.post(path + "undo", "Ångra leverans"));
        }
        if (order.invoices().isEmpty() && !cancelled) {
            actions.append(Forms.post(path + "invoice", "Fakturera"));
        }
        if (!order.invoices().isEmpty()) {
            actions.append(Forms.post(path + "pay", "Betald")).append(Forms.post(path + "credit", "Kreditera"));
        }
        if (!cancelled) {
            actions.append(Forms.post(path + "cancel", "Avbryt order"));
        }
        return actions.append(Forms.post(path + "delete", "Ta bort")).toString();
    }
}
