package se.brygga.starter.desk.products;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.setup.products.Direction;
import se.brygga.starter.desk.LoopPoke;
import se.brygga.starter.desk.Operator;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.products.ProductSyncWorkflow;

/** Has what waits tried again, when a person has mended it. A night's sweep does the same for all. */
@Component
class ProductRetries {

    /** The books of both directions. */
    @Component
    record Books(
            ProductBook products, LookBook looks, ShopLineBook articles, ArticleMasters masters, AuditBook audit) {}

    private final Books books;
    private final TransactionTemplate transactions;
    private final LoopPoke loop;

    ProductRetries(Books books, TransactionTemplate transactions, LoopPoke loop) {
        this.books = books;
        this.transactions = transactions;
        this.loop = loop;
    }

    /**
     * Marks what waits, and makes the sync look at it.
     *
     * @param numbers null for all that wait
     * @return how many of them waited
     */
    int retry(ShopRef shop, Direction direction, @Nullable Collection<String> numbers, Operator operator) {
        List<String> skus =
                numbers == null ? null : numbers.stream().map(Sku::key).toList();
        int retried = Objects.requireNonNull(transactions.execute(tx -> {
            books.audit()
                    .add(AuditBook.Deed.of(
                            operator.by(),
                            "retry",
                            shop.tenant(),
                            "products " + (numbers == null ? "" : String.join(" ", numbers) + " ") + "of " + shop,
                            operator.reason()));
            return switch (direction) {
                case TO_SPECTER -> toSpecter(shop, skus);
                case TO_SHOP -> toShop(shop, skus);
            };
        }));
        loop.poke(ProductSyncWorkflow.idOf(shop));
        return retried;
    }

    /** The products are read again, too: what was mended in the shop may have had no web hook. */
    private int toSpecter(ShopRef shop, @Nullable List<String> skus) {
        List<Long> products = books.products().retry(shop, skus);
        products.stream().distinct().forEach(product -> books.looks().heard(shop, product));
        return products.size();
    }

    private int toShop(ShopRef shop, @Nullable List<String> skus) {
        List<String> waiting = books.articles().waiting(shop, skus);
        books.masters().news().mark(shop, waiting);
        return waiting.size();
    }
}
