package se.brygga.activities.mapping;

import java.util.ArrayList;
import java.util.List;
import se.brygga.activities.mapping.texts.WrittenText;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;

/**
 * Collects what people wrote about an order, for the merchant's staff in Specter. Nothing goes into
 * {@code publishedComment}. That text is printed for whoever unpacks the goods, who may not be the person who wrote "it
 * is a surprise".
 */
final class OrderComments {

    private OrderComments() {}

    /**
     * The internal comment. The shopper's words come first, because a long comment loses its end.
     *
     * @param texts of rows that are text only
     */
    static String internal(ShopOrder order, List<String> texts) {
        ShopOrder.Remarks remarks = order.remarks();
        List<String> lines = new ArrayList<>();
        lines.add(
                order.discountCode() == null
                        ? WrittenText.WEB_ORDER.with(order.orderId())
                        : WrittenText.WEB_ORDER_WITH_CODE.with(order.orderId(), order.discountCode()));
        add(lines, remarks.comments(), false, WrittenText.OF_SHOPPER);
        remarks.customInfo().forEach(text -> lines.add(WrittenText.OF_CHECKOUT.with(text)));
        texts.forEach(text -> lines.add(WrittenText.OF_ROW.with(text)));
        add(lines, remarks.comments(), true, WrittenText.OF_SHOP);
        if (remarks.internalComment() != null) {
            lines.add(WrittenText.INTERNAL.with(remarks.internalComment()));
        }
        return String.join("\n", lines);
    }

    /**
     * Adds comments. An author who is not said to be of the shop counts as the shopper: a comment told twice is better
     * than a lost one.
     */
    private static void add(List<String> lines, List<OrderComment> comments, boolean ofTheShop, WrittenText label) {
        comments.stream()
                .filter(comment -> "admin".equals(comment.from()) == ofTheShop
                        && !comment.text().isBlank())
                .forEach(comment -> lines.add(label.with(comment.text().strip())));
    }
}
