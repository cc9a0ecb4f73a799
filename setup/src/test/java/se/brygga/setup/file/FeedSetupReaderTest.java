package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.FeedSetup.Pace;
import se.brygga.setup.FeedSetup.Quiet;
import se.brygga.setup.yaml.Mistake;

class FeedSetupReaderTest {

    @Test
    void readsEveryKey() {
        assertThat(feeds("""
                feeds:
                  orders: { every: PT10S, atMost: PT30S }
                  stock: { every: PT2M, atMost: PT20M, quiet: "01:00-05:00" }
                  prices: { every: PT10M, atMost: P1D, quiet: 22:30-04:00 }
                  timeZone: Europe/Oslo
                """))
                .isEqualTo(new FeedSetup(
                        new Pace(Duration.ofSeconds(10), Duration.ofSeconds(30), null),
                        new Pace(
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(20),
                                new Quiet(LocalTime.of(1, 0), LocalTime.of(5, 0))),
                        new Pace(
                                Duration.ofMinutes(10),
                                Duration.ofDays(1),
                                new Quiet(LocalTime.of(22, 30), LocalTime.of(4, 0))),
                        ZoneId.of("Europe/Oslo")));
    }

    @Test
    void fillsInWhatIsLeftOut() {
        assertThat(feeds(""))
                .isEqualTo(new FeedSetup(
                        new Pace(Duration.ofMinutes(1), Duration.ofMinutes(15), null),
                        new Pace(Duration.ofMinutes(1), Duration.ofMinutes(15), null),
                        new Pace(Duration.ofMinutes(5), Duration.ofHours(1), null),
                        ZoneId.of("Europe/Stockholm")));
        assertThat(feeds("feeds: { timeZone: Europe/Oslo }\n").orders()).isEqualTo(FeedSetup.DEFAULT.orders());
    }

    @Test
    void letsADefaultGiveWayToTheLimitThatIsGiven() {
        FeedSetup feeds = feeds("feeds: { orders: { every: PT30M }, prices: { atMost: PT2M } }\n");

        assertThat(feeds.orders()).isEqualTo(new Pace(Duration.ofMinutes(30), Duration.ofMinutes(30), null));
        assertThat(feeds.prices()).isEqualTo(new Pace(Duration.ofMinutes(2), Duration.ofMinutes(2), null));
    }

    @Test
    void asksForStockAsOftenAsTheShopThatWantsItMost() {
        assertThat(stock("", "every: PT5M")).isEqualTo(Duration.ofMinutes(5));
        assertThat(stock("", "every: PT5M", "every: PT20S")).isEqualTo(Duration.ofSeconds(20));
        assertThat(stock("", "every: PT5M", "")).isEqualTo(Duration.ofMinutes(1));
        assertThat(stock("feeds: { stock: { every: PT2M } }\n", "every: PT5M")).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void keepsALongestTimeThatIsNotShorterThanTheShortest() {
        assertThat(feeds(shops("every: PT1H")).stock())
                .isEqualTo(new Pace(Duration.ofHours(1), Duration.ofHours(1), null));
        assertThat(feeds("feeds: { stock: { atMost: PT2M } }\n" + shops("every: PT1H"))
                        .stock())
                .isEqualTo(new Pace(Duration.ofMinutes(2), Duration.ofMinutes(2), null));
    }

    @Test
    void refusesAShopThatWantsStockMoreOftenThanItsTenantAllows() {
        assertThat(GoodFile.read("feeds: { stock: { every: PT5M } }\n" + shops("every: PT1M"))
                        .mistakes())
                .extracting(Mistake::toString)
                .containsExactly(
                        "line 23, shops[0].stock.every: is more often than the tenant's feeds.stock.every, PT5M."
                                + " Remove one of the two.");
    }

    @Test
    void refusesTimesOutsideTheLimits() {
        assertThat(mistakes("orders: { every: PT9S }"))
                .isEqualTo("line 1, feeds.orders.every: must be a time like PT60S or PT5M, from PT10S to PT24H."
                        + " Write for example PT1M.");
        assertThat(mistakes("prices: { atMost: P2D }")).contains("feeds.prices.atMost", "from PT10S to PT24H");
        assertThat(mistakes("stock: { every: often }")).contains("feeds.stock.every", "must be a time");
        assertThat(mistakes("stock: { every: PT5M, atMost: PT4M }"))
                .isEqualTo("line 1, feeds.stock.atMost: is less than every, PT5M. Write at least PT5M.");
        assertThat(GoodFile.mistakes("    stock: { every: PT1S }\n"))
                .containsExactly("stock.every: must be a time like PT60S or PT5M, from PT10S to PT24H."
                        + " Write for example PT1M.");
    }

    @Test
    void refusesQuietHoursThatAreNone() {
        for (String quiet : new String[] {"night", "01:00", "01:00-25:00", "01:00-01:00", "01:00-02:00-03:00", ""}) {
            assertThat(mistakes("stock: { quiet: \"" + quiet + "\" }"))
                    .isEqualTo("line 1, feeds.stock.quiet: must be two different times of day."
                            + " Write for example quiet: \"01:00-05:00\".");
        }
    }

    @Test
    void refusesAnUnknownTimeZoneAndUnknownKeys() {
        assertThat(mistakes("timeZone: Europe/Stokholm"))
                .isEqualTo("line 1, feeds.timeZone: is not a known time zone. Write for example Europe/Stockholm.");
        assertThat(mistakes("price: { every: PT5M }")).contains("Did you mean \"prices\"?");
        assertThat(mistakes("orders: { evry: PT5M }")).contains("Did you mean \"every\"?");
    }

    @Test
    void knowsQuietHoursOverMidnight() {
        Quiet night = new Quiet(LocalTime.of(22, 0), LocalTime.of(5, 0));
        Quiet early = new Quiet(LocalTime.of(1, 0), LocalTime.of(5, 0));

        assertThat(night.contains(LocalTime.of(22, 0))).isTrue();
        assertThat(night.contains(LocalTime.MIDNIGHT)).isTrue();
        assertThat(night.contains(LocalTime.of(4, 59))).isTrue();
        assertThat(night.contains(LocalTime.of(5, 0))).isFalse();
        assertThat(night.contains(LocalTime.NOON)).isFalse();
        assertThat(early.contains(LocalTime.of(1, 0))).isTrue();
        assertThat(early.contains(LocalTime.of(0, 59))).isFalse();
        assertThat(early.contains(LocalTime.of(5, 0))).isFalse();
    }

    private static Duration stock(String feeds, String... shops) {
        return feeds(feeds + shops(shops)).stock().shortest();
    }

    /** @param stock what stands in each shop's {@code stock} section */
    private static String shops(String... stock) {
        int shopsBegin = GoodFile.TEXT.indexOf("  - shop:");
        StringBuilder text = new StringBuilder(GoodFile.TEXT.substring(0, shopsBegin));
        for (int i = 0; i < stock.length; i++) {
            text.append(GoodFile.TEXT
                    .substring(shopsBegin)
                    .replace("kajak-se", "kajak-" + i)
                    .replace("kajak.example", "kajak-" + i + ".example")
                    .replace("a.b", "a.b" + i)
                    .replace("orderNoPrefix: K", "orderNoPrefix: " + "K".repeat(i + 1)));
            text.append("    stock: { ").append(stock[i]).append(" }\n");
        }
        return text.toString();
    }

    private static FeedSetup feeds(String text) {
        return GoodFile.tenant(text.contains("tenant:") ? text : text + GoodFile.TEXT)
                .feeds();
    }

    private static String mistakes(String feeds) {
        return GoodFile.read("feeds: { " + feeds + " }\n" + GoodFile.TEXT).mistakes().stream()
                .map(Mistake::toString)
                .reduce("", String::concat);
    }
}
