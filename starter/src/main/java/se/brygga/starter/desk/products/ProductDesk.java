package se.brygga.starter.desk.products;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.products.specter.ProductRow;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Where the products of a shop stand on their way, and what the sync of products carries. */
@Component
public class ProductDesk {

    /** Which variants are listed. */
    public enum Which implements Word {
        ALL,
        /** Those that wait for a person. */
        WAITING,
        /** Those that the shop does not have any more. */
        GONE
    }

    /**
     * Variants of a shop.
     *
     * @param total how many there are, listed or not
     * @param counts how many variants of the shop stand where
     */
    public record ProductList(List<ProductLine> products, int total, List<Count> counts) {}

    /** @param gone whether these are variants that the shop does not have any more */
    record Count(ProductLine.State state, boolean gone, int number) {}

    private final ProductBook book;
    private final ShopLineBook articles;
    private final SetupStore setups;
    private final ArticleStories stories;
    private final ProductRetries retries;

    ProductDesk(
            ProductBook book,
            ShopLineBook articles,
            SetupStore setups,
            ArticleStories stories,
            ProductRetries retries) {
        this.book = book;
        this.articles = articles;
        this.setups = setups;
        this.stories = stories;
        this.retries = retries;
    }

    /**
     * Variants of a shop, those first that stand there longest. Where products go to the shop, these are Specter's
     * articles, and none is gone.
     *
     * @param limit largest number in the list; the answer says how many there are
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop's products are not kept equal to Specter's articles
     */
    public ProductList list(ShopRef shop, Which which, int limit) {
        if (direction(shop) == Direction.TO_SHOP) {
            return articles(shop, which, limit);
        }
        ProductRow.State state = which == Which.WAITING ? ProductRow.State.WAITING : null;
        List<Count> counts = book.counts(shop).stream()
                .map(count ->
                        new Count(Word.twin(ProductLine.State.class, count.state()), count.gone(), count.number()))
                .toList();
        int total = counts.stream()
                .filter(count -> switch (which) {
                    case ALL -> true;
                    case WAITING -> count.state() == ProductLine.State.WAITING;
                    case GONE -> count.gone();
                })
                .mapToInt(Count::number)
                .sum();
        return new ProductList(
                book.list(shop, state, which == Which.GONE, limit).stream()
                        .map(row -> ProductLine.of(shop, row))
                        .toList(),
                total,
                counts);
    }

    private ProductList articles(ShopRef shop, Which which, int limit) {
        List<Count> counts = Arrays.stream(ShopLineBook.State.values())
                .map(state -> new Count(Word.twin(ProductLine.State.class, state), false, articles.count(shop, state)))
                .toList();
        if (which == Which.GONE) {
            return new ProductList(List.of(), 0, counts);
        }
        ShopLineBook.State state = which == Which.WAITING ? ShopLineBook.State.WAITING : null;
        return new ProductList(
                articles.list(shop, state, limit).stream()
                        .map(line -> ProductLine.of(shop, line))
                        .toList(),
                counts.stream()
                        .filter(count -> which == Which.ALL || count.state() == ProductLine.State.WAITING)
                        .mapToInt(Count::number)
                        .sum(),
                counts);
    }

    /**
     * All that the books know of one number, whichever way products go. No remote system is asked.
     *
     * @throws NotFound there is no such shop, or nothing is known of the SKU
     * @throws RequestRefused the shop's products are not kept equal to Specter's articles
     */
    public ProductStory story(ShopRef shop, String sku) {
        return (switch (direction(shop)) {
                    case TO_SPECTER -> book.find(shop, sku).map(row -> ProductStory.of(shop, row));
                    case TO_SHOP -> stories.of(shop, sku);
                })
                .orElseThrow(() -> NotFound.because(Reason.SKU_NOT_KNOWN, sku, shop));
    }

    /**
     * Has products that wait tried again. Idempotent: what does not wait stays as it is.
     *
     * @param numbers null for all that wait
     * @return how many of them waited
     * @throws NotFound there is no such shop
     * @throws RequestRefused nobody is named, or the shop's products are not kept equal to Specter's articles
     */
    public int retry(ShopRef shop, @Nullable List<String> numbers, Operator operator) {
        operator.requireName();
        return retries.retry(shop, direction(shop), numbers, operator);
    }

    /** The register: what the sync of products carries, whichever the shop. */
    public List<RegisterEntry> register() {
        return entries(null);
    }

    /**
     * The register with the modes of one shop.
     *
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop's products are not kept equal to Specter's articles
     */
    public List<RegisterEntry> register(ShopRef shop) {
        return entries(setupOf(shop));
    }

    private static List<RegisterEntry> entries(@Nullable ProductSetup setup) {
        return Arrays.stream(ProductField.values())
                .map(field -> RegisterEntry.of(field, setup == null ? null : setup.mode(field)))
                .toList();
    }

    /** Which way the shop's products go. */
    private Direction direction(ShopRef shop) {
        setupOf(shop);
        return setups.named(shop.tenant()).flow().products();
    }

    private ProductSetup setupOf(ShopRef shop) {
        ProductSetup setup = NotFound.orElse(() -> setups.named(shop.tenant()).shop(shop.shop()))
                .products();
        if (setup == null) {
            throw Reason.SHOP_GETS_NONE.refused(shop, "products");
        }
        return setup;
    }
}
