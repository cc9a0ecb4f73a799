package se.brygga.simulators.specter.sales;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.FeedView;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.protocol.Markup;
import se.brygga.simulators.specter.protocol.SpecterParameters;

/** The invented feed of customers, with all groups in each answer (reference, section 11). A row is its finished element. */
final class CustomerView implements FeedView<String> {

    private final Quirks quirks;
    private final Customers customers;

    public CustomerView(Quirks quirks, Customers customers) {
        this.quirks = quirks;
        this.customers = customers;
    }

    @Override
    public List<Item> all() {
        return customers.list().stream()
                .map(customer -> new Item(Long.toString(customer.id()), Long.toString(customer.id())))
                .toList();
    }

    @Override
    public Optional<String> row(String key, Set<String> aspects) {
        return Optional.ofNullable(customers.find(Long.parseLong(key)))
                .map(customer -> new Markup("customer")
                        .attribute("customerId", customer.id())
                        .attribute("orgNo", customer.orgNo())
                        .attribute("emailAddress", customer.email())
                        .attribute("customerGroupId", customer.groupId())
                        .attribute("priceListId", customer.priceListId() == 0 ? "" : customer.priceListId())
                        .toString());
    }

    @Override
    public String xml(List<String> rows, SpecterParameters call, @Nullable String limit) {
        Markup groups = new Markup("customerGroups");
        Customers.GROUPS.forEach((id, name) ->
                groups.child(new Markup("customerGroup").attribute("id", id).attribute("name", name)));
        return groups + Feeds.list("customers", String.join("", rows), limit, quirks);
    }
}
