package se.brygga.testbed.sim;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** One article of the assortments that both simulators start with: Specter knows what the shops sell. */
public record Article(String sku, String name, BigDecimal priceExVat, int vatRate) {

    private static final String[] OUTDOOR = {
        "Havskajak Fjord 520",
        "Turkajak Vik 430",
        "Paddel kolfiber 215",
        "Paddel glasfiber 220",
        "Kapell neopren",
        "Flytväst Skär",
        "Torrdräkt Nord",
        "Torrsäck 20 l",
        "Torrsäck 40 l",
        "Länspump",
        "Kajakvagn",
        "Kastlina 20 m",
        "Sjökort Bohuslän",
        "Kompass däck",
        "Stormkök",
        "Gasolbrännare",
        "Tält Vindö 2",
        "Sovsäck Ångermanland",
        "Liggunderlag",
        "Pannlampa",
        "Kajakfiskespö",
        "Regnjacka Älv",
        "Paddlingshandskar",
        "Vattentät telefonpåse"
    };

    private static final String[] TEA = {
        "Darjeeling first flush", "Assam Mangalam", "Earl Grey", "Lapsang Souchong", "Sencha", "Gunpowder",
                "Oolong Tie Guan Yin",
        "Rooibos vanilj", "Kamomill", "Pepparmynta", "Chai", "Vitt te Bai Mu Dan", "Fruktte Skärgård",
                "Tekanna gjutjärn",
        "Tesil", "Tekopp Öland", "Honung ljung", "Bok: Téets historia"
    };

    /** 24 outdoor articles: most at 25 % VAT, the chart at 6 %. */
    public static List<Article> outdoor() {
        return assortment("KAJ", OUTDOOR, 79, new int[] {25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 6});
    }

    /** 18 articles of a tea shop: food at 12 %, goods at 25 %, a book at 6 %. */
    public static List<Article> tea() {
        return assortment(
                "TE", TEA, 49, new int[] {12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 25, 25, 25, 12, 6});
    }

    private static List<Article> assortment(String prefix, String[] names, int from, int[] rates) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> new Article(
                        "%s-%03d".formatted(prefix, i + 1),
                        names[i],
                        new BigDecimal(from + 40 * i)
                                .multiply(new BigDecimal("0.8"))
                                .setScale(4),
                        i < rates.length ? rates[i] : 25))
                .toList();
    }
}
