package se.brygga.simulators.specter.tables;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import se.brygga.simulators.Page;
import se.brygga.simulators.Page.Forms;
import se.brygga.simulators.specter.till.Till.Receipt;

/** An account's till on the page: sell, take back, and what was sold. */
final class TillTable {

    private static final int LATEST = 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private TillTable() {}

    static String render(long sbmId, List<Receipt> receipts) {
        StringBuilder table = new StringBuilder(form(sbmId, "sell", "Sälj") + form(sbmId, "return", "Återköp"));
        if (receipts.isEmpty()) {
            return table.append("<p class=empty>Inget sålt i kassan ännu.</p>").toString();
        }
        table.append("<table><tr><th>Kvitto<th>Artikel<th>Antal<th>När (UTC)");
        receipts.reversed().stream()
                .limit(LATEST)
                .forEach(receipt -> table.append("<tr><td>")
                        .append(receipt.number())
                        .append("<td>")
                        .append(Page.escape(receipt.articleNo()))
                        .append("<td>")
                        .append(
                                receipt.quantity().signum() < 0
                                        ? "retur " + receipt.quantity().negate().toPlainString()
                                        : receipt.quantity().toPlainString())
                        .append("<td>")
                        .append(TIME.format(receipt.at().atZone(ZoneOffset.UTC))));
        return table.append("</table>").toString();
    }

    private static String form(long sbmId, String what, String button) {
        return Forms.post(
                "/__sim/till/" + sbmId,
                button,
                Forms.hidden("what", what),
                Forms.field("articleNo", "", "artikelnr", 14),
                Forms.field("quantity", "1", "antal", 4));
    }
}
