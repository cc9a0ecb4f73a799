package se.brygga.simulators.specter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.JournalEntry;
import se.brygga.simulators.specter.feeds.OpenBatch;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.ByHand;
import se.brygga.simulators.specter.goods.SimArticle;
import se.brygga.simulators.specter.goods.SimArticleField;
import se.brygga.simulators.specter.goods.SimPriceList;
import se.brygga.simulators.specter.goods.SimStock;
import se.brygga.simulators.specter.sales.Customer;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.specter.seed.DirtyAssortment;
import se.brygga.simulators.specter.till.Till;
import se.brygga.simulators.specter.triggers.SimTriggerKind;
import se.brygga.simulators.specter.writes.ArticleWrites;

/**
 * What people see and do in one account of Specter. Each method throws {@link IllegalArgumentException} for what does
 * not exist or cannot be done; nothing has changed then.
 */
public final class SpecterAccount {

    private final Supplier<Account> state;

    /** @param state the account as it is now: a reset makes it anew */
    SpecterAccount(Supplier<Account> state) {
        this.state = state;
    }

    /** How the account behaves where nobody knows. Names and values are listed on {@code /__sim/quirks/{sbmId}}. */
    public Quirks quirks() {
        return state.get().quirks();
    }

    public List<Order> orders() {
        return state.get().read(a -> a.orders().list());
    }

    public Optional<Order> order(String externalNo) {
        return state.get().read(a -> a.orders().find(externalNo));
    }

    public List<Customer> customers() {
        return state.get().read(a -> a.customers().list());
    }

    public List<SimStock> stock() {
        return state.get().read(a -> a.articles().list());
    }

    /** @throws IllegalArgumentException there is no such article */
    public SimStock article(String articleNo) {
        return state.get().read(a -> a.articles().view(articleNo));
    }

    /** @throws IllegalArgumentException there is no such article */
    public SimArticle.Card card(String articleNo) {
        return state.get().read(a -> a.articles().card(articleNo));
    }

    public List<SimArticle.Card> cards() {
        return state.get().read(a -> a.articles().cards());
    }

    /** The rows of articles that calls have written, oldest first. */
    public List<ArticleWrites.Write> articleWrites() {
        return state.get().read(a -> a.articles().writes().list());
    }

    public ArticleWrites.Counts articleWriteCounts() {
        return state.get().read(a -> a.articles().writes().counts());
    }

    public void forgetArticleWrites() {
        state.get().run(a -> a.articles().writes().clear());
    }

    /** Somebody changes articles; the shop is called once for each kind of thing that changed. */
    public void byHand(Consumer<ByHand> work) {
        state.get().run(a -> work.accept(a.articles().byHand()));
    }

    /**
     * Fills the account.
     *
     * @return how many articles there are more
     */
    public int fill(DirtyAssortment.Wish wish) {
        return state.get().change(a -> DirtyAssortment.fill(a.articles().byHand(), wish));
    }

    /** Somebody sells or takes back at the till. */
    public void atTheTill(Consumer<Till> work) {
        state.get().run(a -> work.accept(a.till()));
    }

    /** Sales and returns at the till, oldest first. */
    public List<Till.Receipt> receipts() {
        return state.get().read(a -> a.till().receipts());
    }

    public List<SimPriceList> priceLists() {
        return state.get().read(a -> a.priceLists().list());
    }

    /** Every change of a kind since the start, oldest first, with the batch that told it. */
    public List<JournalEntry> journal(SimFeedKind kind) {
        return state.get().read(a -> a.feeds().entries(kind));
    }

    /** How many changed things wait for a get. */
    public int pending(SimFeedKind kind) {
        return state.get().read(a -> a.feeds().pending(kind));
    }

    public List<OpenBatch> openBatches() {
        return state.get().read(a -> a.feeds().openBatches());
    }

    /** Marks everything of this kind as changed. */
    public void markAllChanged(SimFeedKind kind) {
        state.get().run(a -> a.feeds().everythingChanged(kind));
    }

    /**
     * Another integration opens a batch and leaves it open.
     *
     * @return its number
     * @throws IllegalStateException a batch of this kind is open already
     */
    public String openForeignBatch(SimFeedKind kind) {
        return state.get().change(a -> a.feeds().openForeign(kind));
    }

    /** The other integration acknowledges. The changes of its batch are gone, unless our integration has read them. */
    public void closeForeignBatch(SimFeedKind kind) {
        state.get().run(a -> a.feeds().closeForeign(kind));
    }

    /** Somebody counts the shelf of a warehouse. */
    public void setStock(String articleNo, int site, BigDecimal shelf) {
        state.get().run(a -> a.articles().shelves().setStock(articleNo, site, shelf));
    }

    public void setStock(String articleNo, int site, long shelf) {
        setStock(articleNo, site, BigDecimal.valueOf(shelf));
    }

    /** Goods come or go in the default warehouse. */
    public void changeStock(String articleNo, long delta) {
        state.get().run(a -> a.articles().shelves().changeStock(articleNo, BigDecimal.valueOf(delta)));
    }

    /** @param price without VAT; a sale ends */
    public void setPrice(String articleNo, BigDecimal price) {
        byHand(articles -> articles.setPrice(articleNo, price));
    }

    public void setSale(String articleNo, BigDecimal ordinaryPrice, BigDecimal salePrice) {
        byHand(articles -> articles.setSale(articleNo, ordinaryPrice, salePrice));
    }

    /** Ends a sale. */
    public void endSale(String articleNo) {
        byHand(articles -> articles.endSale(articleNo));
    }

    public void setName(String articleNo, String name) {
        byHand(articles -> articles.setFields(articleNo, Map.of(SimArticleField.NAME.id(), name)));
    }

    public void renameArticle(String from, String to) {
        byHand(articles -> articles.rename(from, to));
    }

    /** Somebody removes an article by hand. */
    public void removeArticle(String articleNo) {
        byHand(articles -> articles.remove(articleNo));
    }

    /** Adds stocked articles {@code LOAD-00001} and on, after those that are there: 100 of each, price 100. */
    public void addArticles(int count) {
        byHand(articles -> articles.addMany(count));
    }

    /** @param parts article number to how many of it one package holds */
    public void addPackage(String articleNo, String name, Map<String, BigDecimal> parts) {
        byHand(articles -> articles.addPackage(articleNo, name, parts));
    }

    /** Sets a tier, and makes the list if there is none; a list has one currency. */
    public void putPrice(long priceListId, String currency, String articleNo, int fromQty, BigDecimal price) {
        state.get().run(a -> a.priceLists().putPrice(priceListId, currency, articleNo, fromQty, price));
    }

    /** As {@link #putPrice}, with a discount in percent instead. */
    public void putDiscount(long priceListId, String currency, String articleNo, int fromQty, BigDecimal percent) {
        state.get().run(a -> a.priceLists().putDiscount(priceListId, currency, articleNo, fromQty, percent));
    }

    public void removePrice(long priceListId, String articleNo, int fromQty) {
        state.get().run(a -> a.priceLists().removePrice(priceListId, articleNo, fromQty));
    }

    public void removePriceList(long priceListId) {
        state.get().run(a -> a.priceLists().remove(priceListId));
    }

    /** Somebody merges or removes a customer by hand. */
    public void removeCustomer(long customerId) {
        state.get().run(a -> a.customers().remove(customerId));
    }

    /** Gives a customer a group, 1 or 2, and a price list, 0 for none. */
    public void assignCustomer(long customerId, String groupId, long priceListId) {
        state.get().run(a -> a.customers().assign(customerId, groupId, priceListId));
    }

    /** Another party uses an order number. */
    public void occupy(String externalNo) {
        state.get().run(a -> a.orders().occupy(externalNo));
    }

    /**
     * Delivers everything that is not delivered yet.
     *
     * @param orderNo Specter's number
     * @param trackingNos each is a parcel
     */
    public void deliver(long orderNo, List<String> trackingNos) {
        state.get().run(a -> a.orders().deliver(orderNo, trackingNos));
    }

    /** @param trackingNo empty for none */
    public void deliverPart(long orderNo, String articleNo, BigDecimal quantity, String trackingNo) {
        state.get().run(a -> a.orders().deliverPart(orderNo, articleNo, quantity, trackingNo));
    }

    /** Takes back the latest delivery. */
    public void undoDelivery(long orderNo) {
        state.get().run(a -> a.orders().undoDelivery(orderNo));
    }

    /** @return the invoice's number */
    public long invoice(long orderNo) {
        return state.get().change(a -> a.orders().invoice(orderNo));
    }

    /** The latest invoice is paid in full. */
    public void pay(long orderNo) {
        pay(orderNo, null);
    }

    /** @param amount null for all that is due */
    public void pay(long orderNo, @Nullable BigDecimal amount) {
        state.get().run(a -> a.orders().pay(orderNo, amount));
    }

    /**
     * The latest invoice is credited in full.
     *
     * @return the credit's number
     */
    public long credit(long orderNo) {
        return state.get().change(a -> a.orders().credit(orderNo));
    }

    /** Cancels an order: {@code statusId} 5. What is not delivered is released. */
    public void cancelOrder(long orderNo) {
        state.get().run(a -> a.orders().cancel(orderNo));
    }

    /** Deletes an order. No feed tells of that. */
    public void deleteOrder(long orderNo) {
        state.get().run(a -> a.orders().delete(orderNo));
    }

    /** Calls the shop without a cause; the order and the invoice that it tells of are unknown. */
    public void fireTrigger(SimTriggerKind kind) {
        state.get().fire(kind);
    }
}
