package se.brygga.cli.view;

import java.util.List;

/**
 * A list of orders, newest first.
 *
 * @param total how many there are, shown or not; 1001 stands for more than a thousand
 */
public record OrderList(List<OrderLine> orders, int total, Trouble trouble) {}
