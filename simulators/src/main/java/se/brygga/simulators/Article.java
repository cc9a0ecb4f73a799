package se.brygga.simulators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One article of the assortments that both simulators start with. The shops sell it, and Specter knows it.
 *
 * @param priceExVat in SEK
 * @param nokExVat in NOK
 * @param eurExVat in EUR
 */
public record Article(
        String sku, String name, BigDecimal priceExVat, BigDecimal nokExVat, BigDecimal eurExVat, int vatRate) {

    private static final List<Article> OUTDOOR = List.of(
            inShop("KAJ-001", "Havskajak Fjord 520", "24990", "26490", "2290", 25),
            inShop("KAJ-002", "Turkajak Vik 430", "11990", "12690", "1099", 25),
            inShop("KAJ-003", "Paddel kolfiber 215", "2990", "3190", "279", 25),
            inShop("KAJ-004", "Paddel glasfiber 220", "1290", "1390", "119", 25),
            inShop("KAJ-005", "Kapell neopren", "1495", "1590", "139", 25),
            inShop("KAJ-006", "Flytväst Skär", "1190", "1290", "109", 25),
            inShop("KAJ-007", "Torrdräkt Nord", "8990", "9490", "829", 25),
            inShop("KAJ-008", "Torrsäck 20 l", "349", "379", "32", 25),
            inShop("KAJ-009", "Torrsäck 40 l", "449", "489", "42", 25),
            inShop("KAJ-010", "Länspump", "399", "429", "37", 25),
            inShop("KAJ-011", "Kajakvagn", "1095", "1190", "99", 25),
            inShop("KAJ-012", "Kastlina 20 m", "549", "589", "49", 25),
            inShop("KAJ-013", "Sjökort Bohuslän", "495", "529", "45", 6),
            inShop("KAJ-014", "Kompass däck", "995", "1090", "92", 25),
            inShop("KAJ-015", "Stormkök", "1249", "1349", "115", 25),
            inShop("KAJ-016", "Gasolbrännare", "595", "649", "55", 25),
            inShop("KAJ-017", "Tält Vindö 2", "6495", "6990", "599", 25),
            inShop("KAJ-018", "Sovsäck Ångermanland", "2795", "2990", "259", 25),
            inShop("KAJ-019", "Liggunderlag", "1395", "1490", "129", 25),
            inShop("KAJ-020", "Pannlampa", "695", "749", "64", 25),
            inShop("KAJ-021", "Kajakfiskespö", "1595", "1690", "149", 25),
            inShop("KAJ-022", "Regnjacka Älv", "2295", "2490", "209", 25),
            inShop("KAJ-023", "Paddlingshandskar", "395", "429", "36", 25),
            inShop("KAJ-024", "Vattentät telefonpåse", "199", "219", "18", 25));

    private static final List<Article> TEA = List.of(
            inShop("TE-001", "Darjeeling first flush", "149", "159", "13.90", 12),
            inShop("TE-002", "Assam Mangalam", "119", "129", "10.90", 12),
            inShop("TE-003", "Earl Grey", "89", "95", "8.20", 12),
            inShop("TE-004", "Lapsang Souchong", "99", "109", "9.10", 12),
            inShop("TE-005", "Sencha", "129", "139", "11.90", 12),
            inShop("TE-006", "Gunpowder", "85", "89", "7.90", 12),
            inShop("TE-007", "Oolong Tie Guan Yin", "179", "189", "16.50", 12),
            inShop("TE-008", "Rooibos vanilj", "79", "85", "7.30", 12),
            inShop("TE-009", "Kamomill", "75", "79", "6.90", 12),
            inShop("TE-010", "Pepparmynta", "75", "79", "6.90", 12),
            inShop("TE-011", "Chai", "95", "99", "8.80", 12),
            inShop("TE-012", "Vitt te Bai Mu Dan", "169", "179", "15.50", 12),
            inShop("TE-013", "Fruktte Skärgård", "89", "95", "8.20", 12),
            inShop("TE-014", "Tekanna gjutjärn", "895", "949", "82", 25),
            inShop("TE-015", "Tesil", "59", "65", "5.50", 25),
            inShop("TE-016", "Tekopp Öland", "149", "159", "13.90", 25),
            inShop("TE-017", "Honung ljung", "115", "125", "10.50", 12),
            inShop("TE-018", "Bok: Téets historia", "279", "299", "25.90", 6));

    /** 24 outdoor articles: most at 25 % VAT, the chart at 6 %. */
    public static List<Article> outdoor() {
        return OUTDOOR;
    }

    /** 18 articles of a tea shop: food at 12 %, goods at 25 %, a book at 6 %. */
    public static List<Article> tea() {
        return TEA;
    }

    /** An article with the prices that shoppers see, including VAT. */
    private static Article inShop(String sku, String name, String sek, String nok, String eur, int vatRate) {
        return new Article(sku, name, exVat(sek, vatRate), exVat(nok, vatRate), exVat(eur, vatRate), vatRate);
    }

    private static BigDecimal exVat(String price, int vatRate) {
        BigDecimal withVat = new BigDecimal(100 + vatRate).movePointLeft(2);
        return new BigDecimal(price).divide(withVat, 4, RoundingMode.HALF_UP);
    }

    /** @param currency SEK, NOK or EUR */
    public BigDecimal priceIn(String currency) {
        return switch (currency) {
            case "SEK" -> priceExVat;
            case "NOK" -> nokExVat;
            case "EUR" -> eurExVat;
            default -> throw new IllegalArgumentException(sku + " has no price in " + currency);
        };
    }

    /** The same article under another number. */
    public Article renamed(String newSku) {
        return new Article(newSku, name, priceExVat, nokExVat, eurExVat, vatRate);
    }

    /** The same article at today's prices. */
    public Article at(BigDecimal sek, BigDecimal nok) {
        return new Article(sku, name, sek, nok, eurExVat, vatRate);
    }
}
