package se.brygga.simulators.specter;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Article;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.Faults;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.RequestLog;
import se.brygga.simulators.SimClock;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.SimServer;
import se.brygga.simulators.specter.feeds.JournalEntry;
import se.brygga.simulators.specter.feeds.OpenBatch;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.SimPriceList;
import se.brygga.simulators.specter.goods.SimStock;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.sales.Customer;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.specter.triggers.SimTriggerKind;
import se.brygga.simulators.specter.triggers.TriggerSender;

/**
 * Specter with two accounts: 9999 (web shops 1 and 2) and 8888 (web shop 1), each with the articles of its shops. Faults match
 * {@code "METHOD /putInfo.asp action=newOrderSubmit sbmId=9999"}. What people do in Specter are its methods; each throws
 * {@link IllegalArgumentException} for what does not exist or cannot be done, and then nothing has changed.
 */
public final class SpecterSimulator implements AutoCloseable {

    /** The integrator's key of both accounts, as in the reference's test vectors. */
    public static final String INTEGRATION_KEY = "11111111-2222-3333-4444-555555555555";

    public static final String USER_KEY_9999 = "0123456789abcdef0123456789abcdef";
    public static final String USER_KEY_8888 = "fedcba9876543210fedcba9876543210";

    /** Key of both accounts' users {@code 21}, who only reads, and {@code 22}, who only writes. */
    public static final String OTHER_USERS_KEY = "00112233445566778899aabbccddeeff";

    /** One call with its answer, without key and without texts; of a read, how many records it told. */
    public record Call(long sbmId, String action, String answer) {}

    private final Faults faults;
    private final SimClock clock;
    private final Map<Long, Account> accounts = new ConcurrentSkipListMap<>();
    private final Scripts scripts;
    private final TriggerSender triggers;
    private final SimServer server;
    private final ControlApi control;

    private SpecterSimulator(int port, long seed, Clock base) throws IOException {
        this.faults = new Faults(seed);
        this.clock = new SimClock(base);
        this.scripts = new Scripts(accounts, clock);
        this.triggers = new TriggerSender(clock, seed);
        seed();
        this.server = SimServer.start(port, new Handler(), faults);
        this.control = new ControlApi(
                this, new CommonControl(faults, clock, server.log(), sbmId -> quirks(Long.parseLong(sbmId))));
    }

    /**
     * Starts the simulator on loopback.
     *
     * @param port 0 picks a free one
     * @param seed the same seed gives the same faults
     * @throws IOException the port is taken
     */
    public static SpecterSimulator start(int port, long seed, Clock clock) throws IOException {
        return new SpecterSimulator(port, seed, clock);
    }

    private void seed() {
        add(9999, new KeyCheck.User("7", USER_KEY_9999, "RW"), Set.of(1L, 2L), Article.outdoor());
        add(8888, new KeyCheck.User("3", USER_KEY_8888, "RW"), Set.of(1L), Article.tea());
    }

    private void add(long sbmId, KeyCheck.User first, Set<Long> webShops, List<Article> assortment) {
        List<KeyCheck.User> users = List.of(
                first, new KeyCheck.User("21", OTHER_USERS_KEY, "R"), new KeyCheck.User("22", OTHER_USERS_KEY, "W"));
        KeyCheck.Credentials credentials = new KeyCheck.Credentials(sbmId, users, INTEGRATION_KEY);
        accounts.put(sbmId, new Account(credentials, webShops, assortment, clock, triggers));
    }

    private final class Handler implements SimServer.Handler {

        @Override
        public SimResponse handle(SimRequest request) {
            String path = request.path();
            if (path.equals("/")) {
                return SimResponse.html(200, SpecterPage.render(SpecterSimulator.this));
            }
            if (path.startsWith("/__sim/")) {
                return control.handle(
                        request,
                        Arrays.asList(path.substring("/__sim/".length()).split("/")));
            }
            return switch (path) {
                case "/putInfo.asp" -> scripts.answer(request, "putInfo");
                case "/getInfo.asp" -> scripts.answer(request, "getInfo");
                default -> SimResponse.html(404, "<html><body>404</body></html>");
            };
        }

        @Override
        public String describe(SimRequest request) {
            SpecterParameters p = new SpecterParameters(request);
            return request.method() + " " + request.path() + " action=" + p.text("action") + " sbmId="
                    + p.text("sbmId");
        }
    }

    public URI uri() {
        return server.uri();
    }

    public Faults faults() {
        return faults;
    }

    public SimClock clock() {
        return clock;
    }

    public RequestLog requests() {
        return server.log();
    }

    /** The last calls, newest first. */
    public List<Call> calls() {
        return scripts.calls();
    }

    /** The largest number of calls of one account that were ever under way at once. */
    public int mostCallsAtOnce() {
        return scripts.mostAtOnce();
    }

    /** One more account, as 8888 is: one web shop, the tea shop's articles, {@link #USER_KEY_8888}. */
    public void open(long sbmId) {
        add(sbmId, new KeyCheck.User("3", USER_KEY_8888, "RW"), Set.of(1L), Article.tea());
    }

    public List<Long> accounts() {
        return List.copyOf(accounts.keySet());
    }

    /** How an account behaves where nobody knows; names and values stand on {@code /__sim/quirks/{sbmId}}. */
    public Quirks quirks(long sbmId) {
        return account(sbmId).quirks();
    }

    /** Both accounts are as at the start. */
    public void reset() {
        seed();
    }

    public List<Order> orders(long sbmId) {
        return account(sbmId).read(a -> a.orders().list());
    }

    public Optional<Order> order(long sbmId, String externalNo) {
        return account(sbmId).read(a -> a.orders().find(externalNo));
    }

    public List<Customer> customers(long sbmId) {
        return account(sbmId).read(a -> a.customers().list());
    }

    public List<SimStock> stock(long sbmId) {
        return account(sbmId).read(a -> a.articles().list());
    }

    /** @throws IllegalArgumentException there is no such article */
    public SimStock article(long sbmId, String articleNo) {
        return account(sbmId).read(a -> a.articles().view(articleNo));
    }

    public List<SimPriceList> priceLists(long sbmId) {
        return account(sbmId).read(a -> a.priceLists().list());
    }

    /** Every change of a kind that there ever was, oldest first, with the batch that told it. */
    public List<JournalEntry> journal(long sbmId, SimFeedKind kind) {
        return account(sbmId).read(a -> a.feeds().entries(kind));
    }

    /** How many things wait for a get. */
    public int pending(long sbmId, SimFeedKind kind) {
        return account(sbmId).read(a -> a.feeds().pending(kind));
    }

    public List<OpenBatch> openBatches(long sbmId) {
        return account(sbmId).read(a -> a.feeds().openBatches());
    }

    /** As if everything of this kind had changed. */
    public void markAllChanged(long sbmId, SimFeedKind kind) {
        account(sbmId).run(a -> a.feeds().everythingChanged(kind));
    }

    /**
     * Another integration opens a batch and leaves it open.
     *
     * @return its number
     * @throws IllegalStateException a batch of this kind is open already
     */
    public String openForeignBatch(long sbmId, SimFeedKind kind) {
        return account(sbmId).change(a -> a.feeds().openForeign(kind));
    }

    /** The other integration acknowledges: what its batch held is gone unless ours has read it. */
    public void closeForeignBatch(long sbmId, SimFeedKind kind) {
        account(sbmId).run(a -> a.feeds().closeForeign(kind));
    }

    /** What is on the shelf of a warehouse is counted. */
    public void setStock(long sbmId, String articleNo, int site, BigDecimal shelf) {
        account(sbmId).run(a -> a.articles().setStock(articleNo, site, shelf));
    }

    public void setStock(long sbmId, String articleNo, int site, long shelf) {
        setStock(sbmId, articleNo, site, BigDecimal.valueOf(shelf));
    }

    /** Goods come or go in the default warehouse. */
    public void changeStock(long sbmId, String articleNo, long delta) {
        account(sbmId).run(a -> a.articles().changeStock(articleNo, BigDecimal.valueOf(delta)));
    }

    /** @param price without VAT; a sale ends */
    public void setPrice(long sbmId, String articleNo, BigDecimal price) {
        account(sbmId).run(a -> a.articles().setPrice(articleNo, price));
    }

    public void setSale(long sbmId, String articleNo, BigDecimal ordinaryPrice, BigDecimal salePrice) {
        account(sbmId).run(a -> a.articles().setSale(articleNo, ordinaryPrice, salePrice));
    }

    /** Back to the ordinary price. */
    public void endSale(long sbmId, String articleNo) {
        account(sbmId).run(a -> a.articles().endSale(articleNo));
    }

    public void setName(long sbmId, String articleNo, String name) {
        account(sbmId).run(a -> a.articles().setName(articleNo, name));
    }

    public void setBarCode(long sbmId, String articleNo, String barCode) {
        account(sbmId).run(a -> a.articles().setBarCode(articleNo, barCode));
    }

    /** @param type {@code GW} or {@code EL} */
    public void setType(long sbmId, String articleNo, String type) {
        account(sbmId).run(a -> a.articles().setType(articleNo, type));
    }

    /** @param values for example {@code Färg} to {@code Röd} */
    public void setVariant(long sbmId, String articleNo, String mainArticleNo, Map<String, String> values) {
        account(sbmId).run(a -> a.articles().setVariant(articleNo, mainArticleNo, values));
    }

    public void renameArticle(long sbmId, String from, String to) {
        account(sbmId).run(a -> a.articles().rename(from, to));
    }

    /** Somebody removes an article by hand. */
    public void removeArticle(long sbmId, String articleNo) {
        account(sbmId).run(a -> a.articles().remove(articleNo));
    }

    /** Adds stocked articles {@code LOAD-00001} and on, after those that are there: 100 of each, price 100. */
    public void addArticles(long sbmId, int count) {
        account(sbmId).run(a -> a.articles().addMany(count));
    }

    /** @param parts article number to how many of it one package holds */
    public void addPackage(long sbmId, String articleNo, String name, Map<String, BigDecimal> parts) {
        account(sbmId).run(a -> a.articles().addPackage(articleNo, name, parts));
    }

    /** Sets a tier, and makes the list if there is none; a list has one currency. */
    public void putPrice(
            long sbmId, long priceListId, String currency, String articleNo, int fromQty, BigDecimal price) {
        account(sbmId).run(a -> a.priceLists().putPrice(priceListId, currency, articleNo, fromQty, price));
    }

    /** As {@link #putPrice}, with a discount in percent instead. */
    public void putDiscount(
            long sbmId, long priceListId, String currency, String articleNo, int fromQty, BigDecimal percent) {
        account(sbmId).run(a -> a.priceLists().putDiscount(priceListId, currency, articleNo, fromQty, percent));
    }

    public void removePrice(long sbmId, long priceListId, String articleNo, int fromQty) {
        account(sbmId).run(a -> a.priceLists().removePrice(priceListId, articleNo, fromQty));
    }

    public void removePriceList(long sbmId, long priceListId) {
        account(sbmId).run(a -> a.priceLists().remove(priceListId));
    }

    /** Somebody merges or removes a customer by hand. */
    public void removeCustomer(long sbmId, long customerId) {
        account(sbmId).run(a -> a.customers().remove(customerId));
    }

    /** Gives a customer a group, 1 or 2, and a price list, 0 for none. */
    public void assignCustomer(long sbmId, long customerId, String groupId, long priceListId) {
        account(sbmId).run(a -> a.customers().assign(customerId, groupId, priceListId));
    }

    /** Another party uses an order number. */
    public void occupy(long sbmId, String externalNo) {
        account(sbmId).run(a -> a.orders().occupy(externalNo));
    }

    /**
     * Delivers all that is left, each number a parcel.
     *
     * @param orderNo Specter's number
     */
    public void deliver(long sbmId, long orderNo, List<String> trackingNos) {
        account(sbmId).run(a -> a.orders().deliver(orderNo, trackingNos));
    }

    /** @param trackingNo empty for none */
    public void deliverPart(long sbmId, long orderNo, String articleNo, BigDecimal quantity, String trackingNo) {
        account(sbmId).run(a -> a.orders().deliverPart(orderNo, articleNo, quantity, trackingNo));
    }

    /** Takes back the latest delivery. */
    public void undoDelivery(long sbmId, long orderNo) {
        account(sbmId).run(a -> a.orders().undoDelivery(orderNo));
    }

    /** @return the invoice's number */
    public long invoice(long sbmId, long orderNo) {
        return account(sbmId).change(a -> a.orders().invoice(orderNo));
    }

    /** The latest invoice is paid in full. */
    public void pay(long sbmId, long orderNo) {
        pay(sbmId, orderNo, null);
    }

    /** @param amount null for all that is due */
    public void pay(long sbmId, long orderNo, @Nullable BigDecimal amount) {
        account(sbmId).run(a -> a.orders().pay(orderNo, amount));
    }

    /**
     * The latest invoice is credited in full.
     *
     * @return the credit's number
     */
    public long credit(long sbmId, long orderNo) {
        return account(sbmId).change(a -> a.orders().credit(orderNo));
    }

    /** {@code statusId} 5; what is not delivered is released. */
    public void cancelOrder(long sbmId, long orderNo) {
        account(sbmId).run(a -> a.orders().cancel(orderNo));
    }

    /** Silent: no feed tells it. */
    public void deleteOrder(long sbmId, long orderNo) {
        account(sbmId).run(a -> a.orders().delete(orderNo));
    }

    /** Who is called about what, and what became of the calls. */
    public TriggerSender triggers() {
        return triggers;
    }

    /** Calls the shop without a cause; the order and the invoice that it tells of are unknown. */
    public void fireTrigger(long sbmId, SimTriggerKind kind) {
        account(sbmId).fire(kind);
    }

    private Account account(long sbmId) {
        return Optional.ofNullable(accounts.get(sbmId))
                .orElseThrow(() -> new IllegalArgumentException("no account " + sbmId));
    }

    @Override
    public void close() {
        server.close();
        triggers.close();
    }
}
