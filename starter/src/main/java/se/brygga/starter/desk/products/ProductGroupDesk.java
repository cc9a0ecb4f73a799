package se.brygga.starter.desk.products;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.LoopPoke;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.products.ProductGroups.ProductGroup;
import se.brygga.starter.desk.products.ProductGroups.Standing;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.products.ProductSyncWorkflow;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Which of Specter's articles form one product of a shop, and what people decide about that. */
@Component
public class ProductGroupDesk {

    private final ArticleGroups groups;
    private final SetupStore setups;
    private final AuditBook audit;
    private final TransactionTemplate transactions;
    private final LoopPoke sync;

    ProductGroupDesk(
            ArticleGroups groups, SetupStore setups, AuditBook audit, TransactionTemplate transactions, LoopPoke sync) {
        this.groups = groups;
        this.setups = setups;
        this.audit = audit;
        this.transactions = transactions;
        this.sync = sync;
    }

    /**
     * The groups of a shop.
     *
     * @param standing null for all groups, without the articles that are products by themselves
     * @param limit largest number in the list; the answer says how many there are
     * @throws NotFound there is no such shop
     */
    public ProductGroups list(ShopRef shop, @Nullable Standing standing, int limit) {
        requireShop(shop);
        List<ProductGroup> found = groups.of(shop).stream()
                .map(ProductGroup::of)
                .filter(group -> standing == null ? group.standing() != Standing.ALONE : group.standing() == standing)
                .toList();
        return new ProductGroups(found.stream().limit(limit).toList(), found.size());
    }

    /**
     * Confirms groups. The shop's sync creates and changes their products after that. Idempotent.
     *
     * @param named the groups
     * @param types what the articles differ by; empty for what the list says
     * @return an outcome for each group, in the same order
     * @throws NotFound there is no such shop
     * @throws RequestRefused nobody is named
     */
    public List<Outcome<ProductGroup>> accept(
            ShopRef shop, Collection<String> named, List<String> types, Operator operator) {
        operator.requireName();
        requireShop(shop);
        List<Outcome<ProductGroup>> outcomes = inTransaction(
                all -> {
                    List<Outcome<ProductGroup>> each = new ArrayList<>();
                    named.forEach(group -> each.add(accept(shop, all, group, types, operator)));
                    return each;
                },
                shop);
        sync.poke(ProductSyncWorkflow.idOf(shop));
        return List.copyOf(outcomes);
    }

    private Outcome<ProductGroup> accept(
            ShopRef shop, List<ArticleGroup> all, String named, List<String> types, Operator operator) {
        try {
            ArticleGroup accepted = groups.accept(shop, found(shop, all, named), types, operator.by());
            note("accept-product-group", shop, named, operator);
            return new Outcome.Followed<>(named, ProductGroup.of(accepted));
        } catch (RequestRefused refused) {
            return new Outcome.Refused<>(named, refused.refusal());
        }
    }

    /**
     * Takes articles out of a group. Each is a product by itself from now on. Idempotent for the same articles.
     *
     * @param articles empty for all articles of the group
     * @return the group as it was
     * @throws NotFound there is no such shop or group
     * @throws RequestRefused an article is not in the group, Specter tells the structure, or nobody is named
     */
    public Outcome<ProductGroup> split(ShopRef shop, String named, List<String> articles, Operator operator) {
        operator.requireName();
        requireShop(shop);
        ProductGroup before = inTransaction(
                all -> {
                    ArticleGroup group = found(shop, all, named);
                    groups.split(shop, group, articles);
                    note("split-product-group", shop, named + " " + String.join(" ", articles), operator);
                    return ProductGroup.of(group);
                },
                shop);
        sync.poke(ProductSyncWorkflow.idOf(shop));
        return new Outcome.Followed<>(named, before);
    }

    /**
     * Makes one group of several groups, or of single articles.
     *
     * @param named at least two; the first gives the new group its number
     * @param types what the articles differ by; empty for a guess
     * @throws NotFound there is no such shop or group
     * @throws RequestRefused the names do not say how the articles differ, Specter tells the structure, or nobody is
     *     named
     */
    public Outcome<ProductGroup> merge(ShopRef shop, List<String> named, List<String> types, Operator operator) {
        operator.requireName();
        requireShop(shop);
        ProductGroup merged = inTransaction(
                all -> {
                    List<ArticleGroup> meant = named.stream()
                            .map(one -> found(shop, all, one))
                            .distinct()
                            .toList();
                    ArticleGroup group = groups.merge(shop, meant, types, operator.by());
                    note("merge-product-groups", shop, String.join(" ", named), operator);
                    return ProductGroup.of(group);
                },
                shop);
        sync.poke(ProductSyncWorkflow.idOf(shop));
        return new Outcome.Followed<>(merged.group(), merged);
    }

    private <T> T inTransaction(Function<List<ArticleGroup>, T> decide, ShopRef shop) {
        return Objects.requireNonNull(transactions.execute(tx -> decide.apply(groups.of(shop))));
    }

    private static ArticleGroup found(ShopRef shop, List<ArticleGroup> all, String named) {
        return all.stream()
                .filter(group -> Sku.same(group.no(), named))
                .findFirst()
                .orElseThrow(() -> NotFound.because(Reason.GROUP_UNKNOWN, named, shop));
    }

    private void requireShop(ShopRef shop) {
        NotFound.unless(() -> setups.named(shop.tenant()).shop(shop.shop()));
    }

    private void note(String deed, ShopRef shop, String what, Operator operator) {
        audit.add(AuditBook.Deed.of(
                operator.by(),
                deed,
                shop.tenant(),
                "product group " + what.strip() + " of " + shop,
                operator.reason()));
    }
}
