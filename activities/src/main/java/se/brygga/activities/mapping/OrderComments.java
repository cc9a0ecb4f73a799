package se.brygga.activities.mapping;

import java.util.ArrayList;
import java.util.List;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;

/**
 * What people wrote about an order, for the merchant's staff in Specter. Nothing of it goes into {@code publishedComment}:
 * that is printed for whoever unpacks the goods, who need not be who wrote "it is a surprise", and the shopper knows it.
 */
final class OrderComments {

    private OrderComments() {}

    /**
     * The shopper's words come first, as the end is cut when it is too long.
     *
     * @param texts of rows that are nothing but text
     */
    static String internal(ShopOrder order, List<String> texts) {
        ShopOrder.Remarks remarks = order.remarks();
        List<String> lines = new ArrayList<>();
        lines.add("Webborder " + order.orderId()
                + (order.discountCode() == null ? "" : ", rabattkod " + order.discountCode()));
        add(lines, remarks.comments(), false, "Kunden: ");
        remarks.customInfo().forEach(text -> lines.add("Kassan: " + text));
        texts.forEach(text -> lines.add("Rad: " + text));
        add(lines, remarks.comments(), true, "Butiken: ");
        if (remarks.internalComment() != null) {
            lines.add("Internt: " + remarks.internalComment());
        }
        return String.join("\n", lines);
    }

    /** Whoever is not said to be of the shop is taken for the shopper: rather told twice than not at all. */
    private static void add(List<String> lines, List<OrderComment> comments, boolean ofTheShop, String label) {
        comments.stream()
                .filter(comment -> "admin".equals(comment.from()) == ofTheShop
                        && !comment.text().isBlank())
                .forEach(comment -> lines.add(label + comment.text().strip()));
    }
}
