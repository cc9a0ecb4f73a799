package se.brygga.starter.api.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Limit;
import se.brygga.starter.api.ListPage;
import se.brygga.starter.api.Needs;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.starter.desk.orders.OrderDesk.OrderList;
import se.brygga.starter.desk.orders.OrderDesk.WaitingCause;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.starter.desk.orders.OrderStory;
import se.brygga.starter.desk.orders.SearchDesk;
import se.brygga.starter.desk.orders.SearchDesk.Finds;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** Orders, and what waits about them. */
@RestController
@RequestMapping("/api/v1")
class OrderController {

    private static final int LIMIT = 100;

    /**
     * What to look for.
     *
     * @param text a number of the order, of Specter, of a parcel or of the payment; a SKU, an e-mail, a phone number or
     *     a name
     * @param tenant null for every tenant that the token reaches
     * @param limit of each group; null for 100
     */
    record SearchRequest(
            @Nullable String text,
            @Nullable String tenant,
            @Nullable Integer limit) {

        SearchDesk.Question checked() {
            return new SearchDesk.Question(
                    text == null ? "" : text, tenant, Limit.checked(limit == null ? LIMIT : limit));
        }

        /** Leaves out the text, because Spring shows a request in its debug log. */
        @Override
        public String toString() {
            return "SearchRequest[tenant=" + tenant + ", limit=" + limit + "]";
        }
    }

    private final OrderDesk desk;
    private final SearchDesk search;

    OrderController(OrderDesk desk, SearchDesk search) {
        this.desk = desk;
        this.search = search;
    }

    /** Orders, newest first, and what is wrong besides. */
    @Needs(Right.READ)
    @GetMapping("/orders")
    OrderList list(
            Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) OrderLine.@Nullable State state,
            @RequestParam(required = false) @Nullable Cause cause,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        return desk.list(new OrderDesk.Filter(
                        caller.tenants(tenant), shop, state, cause, ListPage.key(after), Limit.checked(limit)))
                .withNext(ListPage::cursor);
    }

    /**
     * Orders that match a text, grouped by what matched, newest first. Changes nothing. The text is in the body,
     * because it may name a shopper: proxies log paths and queries.
     */
    @Needs(Right.READ)
    @PostMapping(path = "/search", consumes = MediaType.APPLICATION_JSON_VALUE)
    Finds search(Caller caller, @RequestBody SearchRequest request) {
        if (request.tenant() != null) {
            caller.require(request.tenant());
        }
        return search.find(request.checked(), caller::reaches);
    }

    /** Everything about one order. */
    @Needs(Right.READ)
    @GetMapping("/orders/{tenant}/{shop}/{number}")
    OrderStory story(Caller caller, @PathVariable String tenant, @PathVariable String shop, @PathVariable long number) {
        caller.require(tenant);
        return desk.story(OrderRef.of(tenant, shop, number));
    }

    /** Everything about the order with this number, if only one shop has such an order. */
    @Needs(Right.READ)
    @GetMapping("/orders/{number}")
    OrderStory story(Caller caller, @PathVariable long number) {
        return desk.story(desk.withNumber(number, caller::reaches));
    }

    /** The causes for which something waits, the most frequent first. */
    @Needs(Right.READ)
    @GetMapping("/causes")
    List<WaitingCause> causes(Caller caller, @RequestParam(required = false) @Nullable String tenant) {
        return WaitingCause.together(caller.ofEach(tenant, desk::causes));
    }
}
