package se.brygga.simulators.starweb.goods;

/** One price list as tests and people look at it. */
public record ShopPriceList(long id, String name, String kind, String currency, boolean active) {}
