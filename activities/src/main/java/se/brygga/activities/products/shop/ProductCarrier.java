package se.brygga.activities.products.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.Fitted.Waits;
import se.brygga.activities.products.shop.ShopLineBook.State;
import se.brygga.activities.products.shop.ShopPlan.Step;
import se.brygga.activities.products.shop.ShopProductBook.Known;
import se.brygga.activities.products.shop.ShopProductBook.Known.Stage;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.Written;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * Carries products to the shop, several at a time. It finds a product, plans, writes, and plans again until nothing is
 * left. A step that the shop refuses makes its articles wait with a cause, and the other steps are done.
 */
final class ProductCarrier {

    /** A new product needs three: creation, the rest, and the end. */
    private static final int ROUNDS = 5;

    /** So many products refused in a row, and nothing written between: the trouble is not theirs. */
    private static final int ALL_REFUSED = 25;

    private final ServedShop shop;
    private final ShopProductBook book;
    private final ShopLineBook lines;
    private final ProductSetup setup;
    private final BiPredicate<ShopRef, String> onShelf;
    private int refusedInARow;

    /** @param onShelf whether the shop shows stock and price of a SKU, as far as its set-up has it show them */
    ProductCarrier(
            ServedShop shop,
            ShopProductBook book,
            ShopLineBook lines,
            ProductSetup setup,
            BiPredicate<ShopRef, String> onShelf) {
        this.shop = shop;
        this.book = book;
        this.lines = lines;
        this.setup = setup;
        this.onShelf = onShelf;
    }

    /**
     * Carries a product. Repeated, it writes nothing that was written.
     *
     * @param free keys of those of its articles that may be written; nothing is written of the others
     * @return number of writes
     * @throws RemoteFailure the shop does not answer; what was written before is in the books
     */
    int carry(WantedProduct whole, Set<String> free) {
        WantedProduct wanted = whole.with(whole.articles().stream()
                .filter(article -> free.contains(article.sku()))
                .toList());
        Fitted fitted = Fitted.of(wanted, setup);
        Map<String, Waits> waiting = new HashMap<>(fitted.waiting());
        int writes = 0;
        boolean filling = false;
        if (!fitted.product().articles().isEmpty()) {
            try {
                Turn turn = new Turn(fitted.product(), whole.skus(), waiting);
                writes = turn.rounds();
                filling = turn.filling;
            } catch (ProductFinder.Split split) {
                Waits waits = new Waits(Cause.SHOP_PRODUCT_SPLIT, Detail.value(String.valueOf(split.getMessage())));
                fitted.product().articles().forEach(article -> waiting.put(article.sku(), waits));
            }
        }
        for (Article article : wanted.articles()) {
            Waits waits = waiting.get(article.sku());
            State otherwise = filling ? State.PENDING : State.SETTLED;
            lines.stands(shop.ref(), article, waits == null ? otherwise : State.WAITING, waits);
        }
        return writes;
    }

    /** The picture was asked for three times. When Specter itself is away, the failure is one of the system. */
    private static boolean isLostPicture(RemoteFailure failure) {
        return failure.system() == RemoteSystem.SPECTER
                && failure.kind() == Kind.OUTCOME_UNKNOWN
                && !failure.ofSystem();
    }

    private synchronized void went() {
        refusedInARow = 0;
    }

    /** @throws RemoteFailure the shop has refused too many products in a row */
    private synchronized void refused(RemoteFailure failure) {
        refusedInARow += failure.system() == RemoteSystem.STARWEB ? 1 : 0;
        if (refusedInARow >= ALL_REFUSED) {
            throw failure;
        }
    }

    /** The rounds of one product. */
    private final class Turn {

        private final WantedProduct product;
        private final Set<String> ofProduct;
        private final Map<String, Waits> waiting;
        private boolean filling;
        private boolean failed;

        /** @param ofProduct keys of all articles of the product, also of those that do not go to the shop */
        Turn(WantedProduct product, Set<String> ofProduct, Map<String, Waits> waiting) {
            this.product = product;
            this.ofProduct = ofProduct;
            this.waiting = waiting;
        }

        int rounds() throws ProductFinder.Split {
            int writes = 0;
            ProductFinder finder = new ProductFinder(shop, book);
            for (int round = 0; round < ROUNDS; round++) {
                Known known = finder.find(product, ofProduct);
                filling = known.productId() != null && known.stage() == Stage.FILLING;
                List<Step> steps = new ShopPlan(product, known, setup).steps(isOnShelf());
                for (Step step : steps) {
                    writes += write(new ProductWriter(shop, book, product, current(known)), step);
                }
                if (steps.isEmpty() || failed) {
                    return writes;
                }
            }
            return writes;
        }

        /** The product with what the steps before have written. */
        private Known current(Known known) {
            Long productId = known.productId();
            return productId == null ? known : book.known(shop.ref(), productId, product.skus());
        }

        private boolean isOnShelf() {
            return product.there().stream().allMatch(article -> onShelf.test(shop.ref(), article.sku()));
        }

        private int write(ProductWriter writer, Step step) throws ProductFinder.Split {
            try {
                Written written = writer.write(step);
                if (written != Written.DONE) {
                    waits(step, new Waits(Cause.SHOP_PRODUCT_GONE, Detail.NONE));
                    return 0;
                }
                went();
                return step instanceof Step.Settle ? 0 : 1;
            } catch (RemoteFailure failure) {
                waits(step, waits(failure));
                return 0;
            }
        }

        /** A failure that concerns the product alone; all others end the look. */
        private Waits waits(RemoteFailure failure) {
            if (failure.why() == Why.VIOLATES_LIMITS) {
                return new Waits(Cause.SHOP_PRODUCT_VALUE_NOT_ALLOWED, failure.told());
            }
            if (failure.kind() != Kind.REFUSED && !isLostPicture(failure)) {
                throw failure;
            }
            refused(failure);
            return new Waits(Cause.SHOP_PRODUCT_REFUSED, failure.told());
        }

        private void waits(Step step, Waits waits) {
            failed = true;
            Article one = articleOf(step);
            (one == null ? product.articles() : List.of(one))
                    .forEach(article -> waiting.putIfAbsent(article.sku(), waits));
        }
    }

    /** The article that a step is about; null when the step is about the product. */
    private static @Nullable Article articleOf(Step step) {
        return switch (step) {
            case Step.AddVariant(Article article) -> article;
            case Step.ChangeVariant change -> change.article();
            case Step.Create _,
                    Step.ChangeProduct _,
                    Step.SetTexts _,
                    Step.Categorise _,
                    Step.AddImage _,
                    Step.Hide _,
                    Step.Show _,
                    Step.Settle _ -> null;
        };
    }
}
