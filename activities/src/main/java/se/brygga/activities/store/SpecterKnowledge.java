package se.brygga.activities.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.workflows.ShopRef;

/**
 * What we know to be in Specter, so that a known customer and known articles cost no call. It may grow stale; then Specter
 * refuses, and it is forgotten.
 */
public final class SpecterKnowledge {

    private final JdbcClient jdbc;

    public SpecterKnowledge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Specter's number of the customer, if just these particulars were last sent for it. */
    public Optional<Long> customer(ShopRef shop, String customerKey, String contentHash) {
        return jdbc.sql("select customer_id from customer_link where tenant = ? and shop = ? and customer_key = ? "
                        + "and content_hash = ?")
                .params(shop.tenant(), shop.shop(), customerKey, contentHash)
                .query(Long.class)
                .optional();
    }

    public void rememberCustomer(ShopRef shop, String customerKey, String contentHash, long customerId) {
        jdbc.sql("""
                insert into customer_link (tenant, shop, customer_key, content_hash, customer_id) values (?, ?, ?, ?, ?)
                on conflict (tenant, shop, customer_key)
                do update set content_hash = excluded.content_hash, customer_id = excluded.customer_id""")
                .params(shop.tenant(), shop.shop(), customerKey, contentHash, customerId)
                .update();
    }

    public void forgetCustomer(ShopRef shop, String customerKey) {
        jdbc.sql("delete from customer_link where tenant = ? and shop = ? and customer_key = ?")
                .params(shop.tenant(), shop.shop(), customerKey)
                .update();
    }

    /** Those of the articles that we do not know to be in Specter. */
    public Set<String> unknownArticles(String tenant, Collection<String> articleNos) {
        Set<String> known =
                Set.copyOf(jdbc.sql("select article_no from known_article where tenant = ? and article_no = any (?)")
                        .params(tenant, articleNos.toArray(String[]::new))
                        .query(String.class)
                        .list());
        return articleNos.stream().filter(no -> !known.contains(no)).collect(Collectors.toUnmodifiableSet());
    }

    public void rememberArticles(String tenant, Collection<String> articleNos) {
        jdbc.sql("insert into known_article (tenant, article_no) select ?, unnest(?) on conflict do nothing")
                .params(tenant, articleNos.toArray(String[]::new))
                .update();
    }

    public void forgetArticles(String tenant, Collection<String> articleNos) {
        jdbc.sql("delete from known_article where tenant = ? and article_no = any (?)")
                .params(List.of(tenant, articleNos.toArray(String[]::new)))
                .update();
    }
}
