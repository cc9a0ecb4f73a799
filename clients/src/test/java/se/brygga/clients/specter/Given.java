package se.brygga.clients.specter;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterOrder;

/** The account of the reference's test vectors, its customer and its order. */
public final class Given {

    private Given() {}

    public static SpecterSetup setup(URI baseUrl) {
        return setup(baseUrl, 2, Duration.ofSeconds(5), Set.of("10", "11", "12"), true);
    }

    public static SpecterSetup setup(
            URI baseUrl, int apiVersion, Duration readTimeout, Set<String> authCodes, boolean assumedAdapter) {
        return new SpecterSetup(
                baseUrl,
                apiVersion,
                9999,
                "7",
                new Secret("0123456789abcdef0123456789abcdef"),
                new Secret("11111111-2222-3333-4444-555555555555"),
                3,
                readTimeout,
                true,
                authCodes,
                Set.of("50"),
                "finns redan",
                "order (\\d+)",
                Set.of("41"),
                assumedAdapter,
                SpecterSetup.PriceLists.FILE,
                3,
                SpecterSetup.TriggerOrderId.UNKNOWN);
    }

    public static SpecterCustomer person(@Nullable String firstName, @Nullable String surName) {
        return new SpecterCustomer(
                null,
                firstName,
                surName,
                "asa@example.se",
                null,
                null,
                null,
                null,
                null,
                new SpecterCustomer.Address("", null, null, "Malmö", null, null),
                null,
                "SEK",
                "SE",
                null,
                new SpecterCustomer.Match(false, false, true));
    }

    public static SpecterCustomer company(String name) {
        var office = new SpecterCustomer.Address("Storgatan 1", "2 tr", "211 22", "Malmö", "SE", "Skåne");
        var stock = new SpecterCustomer.Address("Kajen 3", null, "111 30", "Oslo", "NO", null);
        return new SpecterCustomer(
                new SpecterCustomer.Company(name, "Åsa Öberg", "Inköp"),
                "Åsa",
                "Öberg",
                "asa@example.se",
                "040-12 34 56",
                "070-123 45 67",
                "556677-8899",
                "SE556677889901",
                null,
                office,
                new SpecterCustomer.Delivery("Lagret AB", "Port 2", stock),
                "NOK",
                "NO",
                12,
                new SpecterCustomer.Match(true, true, false));
    }

    public static SpecterOrder order() {
        return order(null, List.of(row("ART-001", "79.200")));
    }

    public static SpecterOrder order(@Nullable String publishedComment, List<SpecterOrder.Row> rows) {
        return new SpecterOrder(
                "10025",
                1,
                null,
                "SEK",
                "SE",
                "KG",
                "RES-1",
                null,
                false,
                null,
                null,
                null,
                publishedComment,
                false,
                rows);
    }

    public static SpecterOrder.Row row(String articleNo, String price) {
        return new SpecterOrder.Row(articleNo, "Mugg", null, new BigDecimal(price), new BigDecimal("2.0"), 25);
    }
}
