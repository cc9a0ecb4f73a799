package se.brygga.starter.desk.stock;

import java.util.List;

/**
 * Articles that go to no shop, or that a shop must not sell.
 *
 * @param total how many there are, listed or not
 */
public record WithheldArticles(List<WithheldArticle> articles, int total) {}
