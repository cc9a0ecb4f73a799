package se.brygga.starter.desk.orders;

import java.util.List;
import se.brygga.starter.desk.trouble.Trouble;

/**
 * A list of orders, newest first.
 *
 * @param total how many there are, shown or not; 1001 stands for more than a thousand
 * @param trouble of the listed tenant and shop, or of all
 */
public record OrderList(List<OrderLine> orders, int total, Trouble trouble) {}
