package se.brygga.simulators.specter;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import se.brygga.simulators.Article;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.Articles;
import se.brygga.simulators.specter.goods.PriceLists;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SimSpecterAnswer;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;
import se.brygga.simulators.specter.sales.Customers;
import se.brygga.simulators.specter.sales.Orders;
import se.brygga.simulators.specter.sales.Sales;
import se.brygga.simulators.specter.till.Till;
import se.brygga.simulators.specter.triggers.Announcer;
import se.brygga.simulators.specter.triggers.SimTriggerKind;
import se.brygga.simulators.specter.triggers.TriggerSender;

/** One account (SBMID): its state, and what calls and people do with it. Only one of them acts at a time. */
final class Account {

    /** Whose change makes Specter call the shop. */
    private static final Map<SimFeedKind, SimTriggerKind> TRIGGERS = new EnumMap<>(Map.of(
            SimFeedKind.STOCK, SimTriggerKind.STOCK,
            SimFeedKind.ARTICLES, SimTriggerKind.ARTICLE,
            SimFeedKind.PRICE_LISTS, SimTriggerKind.ARTICLE,
            SimFeedKind.ORDERS, SimTriggerKind.ORDER));

    private final Quirks quirks = SpecterQuirk.asUsual();
    private final KeyCheck keys;
    private final Announcer announcer;
    private final Feeds feeds;
    private final Articles articles;
    private final PriceLists priceLists;
    private final Sales sales;
    private final Till till;

    Account(
            KeyCheck.Credentials credentials,
            Set<Long> webShops,
            List<Article> assortment,
            Clock clock,
            TriggerSender triggers,
            Supplier<URI> address) {
        this.keys = new KeyCheck(credentials, quirks);
        this.announcer = (kind, data) -> triggers.fire(credentials.sbmId(), quirks, kind, data);
        this.feeds = new Feeds(quirks, clock);
        this.articles = new Articles(quirks, feeds, assortment, clock, address);
        this.priceLists = new PriceLists(quirks, feeds, articles);
        this.till = new Till(articles, clock);
        this.sales = new Sales(quirks, clock, articles, feeds, announcer, webShops);
    }

    long sbmId() {
        return keys.sbmId();
    }

    Quirks quirks() {
        return quirks;
    }

    Articles articles() {
        return articles;
    }

    PriceLists priceLists() {
        return priceLists;
    }

    Customers customers() {
        return sales.customers();
    }

    Orders orders() {
        return sales.orders();
    }

    Till till() {
        return till;
    }

    Feeds feeds() {
        return feeds;
    }

    /** Reads the account while nobody changes it. */
    synchronized <T> T read(Function<Account, T> look) {
        return look.apply(this);
    }

    /** Changes the account, and calls the shop once for each kind of thing that changed. */
    synchronized <T> T change(Function<Account, T> change) {
        try {
            return change.apply(this);
        } finally {
            feeds.takeChanged().stream()
                    .filter(TRIGGERS::containsKey)
                    .map(TRIGGERS::get)
                    .distinct()
                    .forEach(kind -> announcer.announce(kind, Map.of()));
        }
    }

    void run(Consumer<Account> change) {
        change(account -> {
            change.accept(account);
            return account;
        });
    }

    /** Calls the shop without a cause. */
    synchronized void fire(SimTriggerKind kind) {
        announcer.announce(
                kind,
                switch (kind) {
                    case ORDER_CANCELLED -> Map.of("orderNo", "0");
                    case INVOICE -> Map.of("orderId", "0", "invoiceId", "0");
                    case STOCK, ARTICLE, ORDER -> Map.of();
                });
    }

    /**
     * Does what a call asks for.
     *
     * @param script {@code putInfo} or {@code getInfo}
     * @param xml whether the call asked for XML
     * @throws SimRefusal a business error; nothing has changed
     */
    SimSpecterAnswer act(String script, String action, SpecterParameters p, boolean xml) {
        return change(ignored -> {
            keys.check(script, action, p);
            return Feeds.handles(action) ? feeds.act(action, p, xml) : SimSpecterAnswer.done(write(action, p));
        });
    }

    private long write(String action, SpecterParameters p) {
        return switch (action) {
            case "newArticleSubmit" -> articles.submit(p);
            case KeyCheck.CHECK_ACCOUNT -> {
                if (quirks.is(SpecterQuirk.CHECK_ACCOUNT, "false")) {
                    throw SimRefusal.unknownAction();
                }
                yield sbmId();
            }
            default -> sales.write(action, p);
        };
    }
}
